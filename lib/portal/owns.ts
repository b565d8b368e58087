import type { Context } from "../context.ts";
import type { OwnedNoun } from "../contracts/operation.ts";
import { pool } from "../db.ts";
import { fromPublicId } from "../ids.ts";

/** Whether every one of these public ids is of something that belongs to the application (a UUID) in the tenant. */
export async function ownsAll(
  { tenantId }: Context,
  { applicationId, noun, ids }: { applicationId: string; noun: OwnedNoun; ids: readonly string[] },
): Promise<boolean> {
  const uuids = new Set(ids.map((id) => fromPublicId(noun, id)));
  if (uuids.has(undefined)) return false;
  const { rows } = await pool().query<{ found: number }>(statements[noun], [
    tenantId,
    applicationId,
    [...uuids],
  ]);
  return rows[0]?.found === uuids.size;
}

const ofTable = (table: string) =>
  `SELECT count(*)::int AS found FROM ${table}
    WHERE tenant_id = $1 AND application_id = $2 AND id = ANY($3::uuid[])`;

const statements: Record<OwnedNoun, string> = {
  application: `SELECT count(*)::int AS found FROM applications
                 WHERE tenant_id = $1 AND id = $2 AND id = ANY($3::uuid[])`,
  attempt: `SELECT count(*)::int AS found FROM attempts JOIN deliveries ON deliveries.id = attempts.delivery_id
             WHERE attempts.tenant_id = $1 AND deliveries.application_id = $2 AND attempts.id = ANY($3::uuid[])`,
  delivery: ofTable("deliveries"),
  endpoint: ofTable("endpoints"),
  event: ofTable("events"),
  replay: ofTable("replays"),
};
