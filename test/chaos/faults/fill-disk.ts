import { setTimeout as delay } from "node:timers/promises";
import type { Scene } from "../scene/scene.ts";
import type { Fault } from "./fault.ts";

const fullMs = 4_000;

/** A disk without room for Postgres; where none can be mounted, a Postgres that says so (SQLSTATE 53100). */
export const fillDisk: Fault = {
  name: "a full disk",
  isOurs: true,
  async strike(scene) {
    const inFlight = await scene.monitor.inFlight();
    const detail = scene.disk.fill ? await fillForReal(scene) : await refuseToWrite(scene);
    return { detail, kills: 0, inFlight };
  },
};

/** A Postgres that cannot write its log ends itself: it is started again, as a service manager would do. */
async function fillForReal({ disk, postgres }: Scene): Promise<string> {
  await disk.fill?.();
  await delay(fullMs);
  await disk.clear();
  await postgres.start();
  return "no room on its file system";
}

async function refuseToWrite({ postgres }: Scene): Promise<string> {
  await postgres.admin.query(refuse);
  await delay(fullMs);
  await postgres.admin.query(permit);
  return "every insert raises 53100, since no file system could be mounted here";
}

const tables = ["events", "deliveries", "attempts"];
const refuse = `
  CREATE OR REPLACE FUNCTION chaos_disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
  ${tables
    .map(
      (table) =>
        `CREATE TRIGGER chaos_disk_full BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION chaos_disk_full();`,
    )
    .join("\n")}`;
const permit = tables.map((table) => `DROP TRIGGER chaos_disk_full ON ${table};`).join("\n");
