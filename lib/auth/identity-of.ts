import type { Account, Profile } from "next-auth";
import { z } from "zod";
import type { Identity } from "../users/sign-in-with-identity.ts";

/** What we believe of a provider's word: an e-mail address counts only if the provider verified it. */
export function identityOf({ provider, providerAccountId }: Account, profile: Profile | undefined): Identity {
  const said = claims.safeParse(profile).data;
  const verifiedEmail = said?.email_verified ? said.email : undefined;
  return { provider, providerAccountId, verifiedEmail, name: said?.name?.trim().slice(0, 100) ?? "" };
}

const claims = z.object({
  email: z.email().toLowerCase().optional().catch(undefined),
  // Some providers spell the boolean as a string.
  email_verified: z
    .union([z.literal(true), z.literal("true")])
    .optional()
    .catch(undefined),
  name: z.string().optional().catch(undefined),
});
