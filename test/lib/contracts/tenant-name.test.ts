import { expect, test } from "vitest";
import { suggestTenantName } from "#lib/contracts/tenant-name.ts";

test.each([
  ["Ada Lovelace", "ada@analytical.io", "Analytical"],
  ["Ada Lovelace", "ada@mail.analytical.co.uk", "Analytical"],
  ["Ada Lovelace", "ada@gmail.com", "Ada’s tenant"],
  ["Ada Lovelace", "ada@example.com", "Ada’s tenant"],
  ["Ada", "", "Ada’s tenant"],
  ["  Ada  ", "ada@", "Ada’s tenant"],
  ["", "ada@acme.com", "Acme"],
  ["", "ada@co.uk", "Co"],
  ["", "", ""],
])("%j at %j is offered %j", (name, email, suggestion) => {
  expect(suggestTenantName({ name, email })).toBe(suggestion);
});
