import { freePort } from "#lib/launch/free-port.ts";
import { testSettings } from "#test/support/settings.ts";
import { type Kind, Member } from "../processes/member.ts";
import type { Rig } from "./rig.ts";

/** Time runs faster here: what takes days by default happens in seconds. */
export const leaseMs = 4_000;
export const attemptTimeoutMs = 2_000;
export const retrySeconds = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5];

/** A web or worker that is not running yet, directly on Postgres or over a wire that can go black. */
export async function createMember(
  rig: Rig,
  { kind, name, isWired }: { kind: Kind; name: string; isWired?: true },
): Promise<Member> {
  const databaseUrl = isWired ? await openWire(rig, name) : rig.postgres.url;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...testSettings(databaseUrl), ...settings, PORT: `${port}`, POSTHORN_URL: url };
  const member = new Member({
    kind,
    name,
    url,
    env,
    dir: rig.dir,
    onDeath: (dead, lines) => void revive(rig, dead, lines),
  });
  rig.members.push(member);
  return member;
}

/** The wire between a member and Postgres. */
export function databaseWire(name: string): string {
  return `database of ${name}`;
}

const settings = {
  NODE_ENV: "production",
  LOG_LEVEL: "info",
  POSTHORN_ATTEMPT_TIMEOUT_MS: `${attemptTimeoutMs}`,
  POSTHORN_LEASE_MS: `${leaseMs}`,
  POSTHORN_RETRY_SCHEDULE: retrySeconds.join(","),
  POSTHORN_RETENTION_DAYS: "1",
  POSTHORN_DB_TIMEOUT_MS: "3000",
  POSTHORN_WORKER_CONCURRENCY: "64",
};

async function openWire(rig: Rig, name: string): Promise<string> {
  const url = new URL(rig.postgres.url);
  const port = await rig.wires.ask("open", { name: databaseWire(name), port: rig.postgres.port });
  url.port = `${port}`;
  return url.href;
}

/** Nothing may end a process but us; the run goes on all the same, to show what else is wrong. */
async function revive({ journal }: Rig, member: Member, lastLines: string[]): Promise<void> {
  journal.surprise(`${member.name} ended by itself; it last said:\n${lastLines.join("\n")}`);
  await member.start();
}
