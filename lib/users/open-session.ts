import type { Device } from "../auth/device.ts";
import { type SessionClaims, sessionSeconds } from "../auth/session-token.ts";
import type { Transaction } from "../db.ts";
import { newId } from "../ids.ts";

/** A user as a session needs them. */
export type SignedIn = { id: string; sessionVersion: number };

/** Begins a new session of a user; its claims go into the cookie of the device. */
export async function openSession(tx: Transaction, user: SignedIn, device: Device): Promise<SessionClaims> {
  const { ipAddress = null, userAgent = null } = device;
  const id = newId();
  const expiresAt = new Date(Date.now() + sessionSeconds * 1_000);
  await tx.session.create({ data: { id, userId: user.id, ipAddress, userAgent, expiresAt } });
  return { sessionId: id, userId: user.id, sessionVersion: user.sessionVersion };
}
