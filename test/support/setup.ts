import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./database.ts";
import { testSettings } from "./settings.ts";

// Runs before the test file and all it imports: each file has a database to itself.
const database = await cloneDatabase(inject("templateUrl"));
Object.assign(process.env, testSettings(database.url));

afterAll(database.drop);
