import type { Db } from "pg-boss";
import { addChange, type Change, type ChangeGroup, type ChangeGroups } from "./change.ts";

/** The NOTIFY channel on which webs hear what changed. */
export const changesChannel = "posthorn_changes";

/** Postgres takes less than 8,000 bytes a notification. */
const mostBytes = 7_900;

/**
 * Tells the webs what changed when the transaction of `db` commits. It is for what happens now and then: a NOTIFY makes all
 * who commit with one wait for each other. What happens all the time is noted instead (`note.ts`).
 */
export async function announceChanges(db: Db, changes: readonly Change[]): Promise<void> {
  const groups: ChangeGroups = new Map();
  for (const change of changes) addChange(groups, change);
  await notifyChanges(db, [...groups.values()]);
}

export async function notifyChanges(db: Db, groups: readonly ChangeGroup[]): Promise<void> {
  if (groups.length === 0) return;
  const payloads = toPayloads(groups);
  await db.executeSql("SELECT pg_notify($1, payload)::text FROM unnest($2::text[]) AS payload", [
    changesChannel,
    payloads,
  ]);
}

type Written = [ChangeGroup["kind"], tenant: string, string | null, endpoint: string | null, string[] | null];

/** JSON arrays of ASCII alone, each short enough for one notification. */
export function toPayloads(groups: readonly ChangeGroup[]): string[] {
  const payloads: string[] = [];
  for (const { kind, tenantId, applicationId, endpointId = null, ids } of groups) {
    const text = JSON.stringify([kind, tenantId, applicationId, endpointId, ids] satisfies Written);
    const last = payloads.at(-1);
    if (last !== undefined && last.length + text.length < mostBytes)
      payloads[payloads.length - 1] = `${last},${text}`;
    else payloads.push(text);
  }
  return payloads.map((items) => `[${items}]`);
}

/** The groups of a notification of `notifyChanges`. */
export function fromPayload(payload: string): ChangeGroup[] {
  const written = JSON.parse(payload) as Written[];
  return written.map(([kind, tenantId, applicationId, endpointId, ids]) => ({
    kind,
    tenantId,
    applicationId,
    ...(endpointId === null ? {} : { endpointId }),
    ids,
  }));
}
