import { env } from "#lib/env.ts";
import { prepareDatabase } from "./prepare-database.ts";

const { applied } = await prepareDatabase(env());
const said = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ["the database is up to date"];
// The schema engine leaves a ten-second timer behind; nothing is worth waiting for it.
process.stdout.write(`${said.join("\n")}\n`, () => process.exit());
