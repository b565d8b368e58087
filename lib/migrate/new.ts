import { relative } from "node:path";
import { env } from "#lib/env.ts";
import { createMigration } from "./engine.ts";

const name = process.argv[2];
if (!name) {
  console.error("Give the migration a name: npm run db:new -- add_endpoint_labels");
  process.exit(1);
}
const path = await createMigration(env().databaseUrl, name);
// The schema engine leaves a ten-second timer behind; nothing is worth waiting for it.
process.stdout.write(`${relative(process.cwd(), path)}\n`, () => process.exit());
