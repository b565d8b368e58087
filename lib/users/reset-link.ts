import { encodeResetToken } from "../auth/reset-token.ts";
import { env } from "../env.ts";

/** The page where a forgotten password is replaced; works once, for an hour. */
export async function resetLinkOf(user: { id: string; sessionVersion: number }): Promise<string> {
  const token = await encodeResetToken({ userId: user.id, sessionVersion: user.sessionVersion });
  return `${env().url}/reset-password/${token}`;
}
