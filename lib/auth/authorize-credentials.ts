import { z } from "zod";
import { signInBody } from "../contracts/account.ts";
import { AppError } from "../errors.ts";
import { completeSignIn } from "../users/second-factor/complete-sign-in.ts";
import type { Device } from "./device.ts";
import type { SessionClaims } from "./session-token.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

/**
 * Lets next-auth's own credentials callback in by the same door as our form: the same check, the same limits, and the code
 * in the same request where two-step sign-in is on. Undefined when they do not fit.
 */
export async function authorizeCredentials(
  credentials: unknown,
  device: Device,
): Promise<SessionClaims | undefined> {
  const given = withCode.safeParse(credentials).data;
  if (!given) return undefined;
  const { code, ...password } = given;
  try {
    const entrance = await signInWithPassword({ ...password, device });
    if (entrance.kind === "opened") return entrance.claims;
    if (!code) throw new Error("code_needed");
    return await completeSignIn(entrance.pending, { code, device });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "rate_limited") throw new Error("rate_limited");
    return undefined;
  }
}

const withCode = z.object({ ...signInBody.shape, code: z.string().max(40).optional() });
