import { signOut as endSession } from "next-auth/react";

/** Ends the session of this browser and shows the sign-in page. Rejects when the server does not answer. */
export async function signOut(): Promise<void> {
  await endSession({ callbackUrl: "/sign-in" });
}
