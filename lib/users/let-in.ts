import { recordForUser } from "../audit/record-for-user.ts";
import type { Device } from "../auth/device.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import type { Transaction } from "../db.ts";
import { openSession } from "./open-session.ts";
import { hasSecondFactor } from "./second-factor/has.ts";

/** A session, or the next thing that somebody has to give: they are known by the claims, and not in yet. */
export type Entrance = { kind: "opened"; claims: SessionClaims } | { kind: "code_needed"; pending: Pending };

/** Who has given the first factor, and how. */
export type Pending = { userId: string; sessionVersion: number; by: string };

export type Newcomer = { id: string; email: string; sessionVersion: number };

/** Opens a session for somebody who is who they say, unless they want to be asked for a code first. */
export async function letIn(
  tx: Transaction,
  user: Newcomer,
  { device, by }: { device: Device; by: string },
): Promise<Entrance> {
  if (await hasSecondFactor(tx, user.id)) {
    const { id: userId, sessionVersion } = user;
    return { kind: "code_needed", pending: { userId, sessionVersion, by } };
  }
  return { kind: "opened", claims: await beginSession(tx, user, { device, by }) };
}

/** Opens a session and notes how its user came in. */
export async function beginSession(
  tx: Transaction,
  user: Newcomer,
  { device, by }: { device: Device; by: string },
): Promise<SessionClaims> {
  const { ipAddress } = device;
  await recordForUser(tx, { user, action: "session.started", ipAddress, details: { by } });
  return openSession(tx, user, device);
}
