import { expect, test } from "vitest";
import { drift } from "#lib/migrate/engine.ts";
import { pendingMigrations } from "#lib/migrate/pending.ts";
import { env } from "#lib/env.ts";

test("the migrations give exactly the schema", async () => {
  expect(await drift(env().databaseUrl)).toBe("");
});
