import { clientAddress } from "../client-address.ts";
import { signInBody } from "../contracts/account.ts";
import { AppError } from "../errors.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

/** Lets next-auth's own credentials callback in by the same door as our form: the same check, the same limits. */
export async function authorizeCredentials(
  credentials: Record<"email" | "password", string> | undefined,
  request: { headers?: unknown },
): Promise<{ id: string } | null> {
  const given = signInBody.safeParse({ email: credentials?.email, password: credentials?.password });
  if (!given.success) return null;
  const address = clientAddress(new Headers(request.headers as Record<string, string>));
  try {
    const { userId } = await signInWithPassword({ ...given.data, address });
    return { id: userId };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "rate_limited") throw new Error("rate_limited");
    return null;
  }
}
