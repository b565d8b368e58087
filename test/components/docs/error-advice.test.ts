import { expect, test } from "vitest";
import { errorAdvice } from "#components/docs/reference/error-advice.ts";
import { errorTable } from "#lib/errors.ts";

test("every error that the API answers with is explained in the docs, and no other", () => {
  expect(Object.keys(errorAdvice).sort()).toEqual(Object.keys(errorTable).sort());
});
