import type { Account, NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { findByIdentity, signInWithIdentity } from "../users/sign-in-with-identity.ts";
import { authorizeCredentials } from "./authorize-credentials.ts";
import { callbackPath } from "./callback-url.ts";
import { findSessionUser } from "./find-session-user.ts";
import { identityOf } from "./identity-of.ts";
import { configuredProviders } from "./providers.ts";
import { isSecure, type SessionClaims, sessionSeconds, toClaims } from "./session-token.ts";

/** next-auth as Posthorn uses it: JWT sessions that say who and which session version, checked in the database each time. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().nextauthSecret,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: authorizeCredentials,
      }),
      ...configuredProviders(),
    ],
    callbacks,
    logger,
  };
}

const callbacks = {
  async signIn({ account, profile }) {
    if (account?.type !== "oauth") return true;
    const outcome = await signInWithIdentity(identityOf(account, profile));
    return typeof outcome === "string" ? `${env().url}/sign-in?error=${outcome}` : true;
  },
  async jwt({ token, account }) {
    const claims = account ? await claimsOf(account) : toClaims(token);
    if (!claims || !(await findSessionUser(claims))) throw new Error("the session has ended");
    return { sub: claims.userId, sessionVersion: claims.sessionVersion };
  },
  async session({ session, token }) {
    const claims = toClaims(token);
    const user = claims && (await findSessionUser(claims));
    return { expires: session.expires, ...(user ? { user: { name: user.name, email: user.email } } : {}) };
  },
  redirect: ({ url }) => env().url + callbackPath(url),
} satisfies NextAuthOptions["callbacks"];

/** Whose session begins, by the account that was just found good. */
async function claimsOf({ provider, providerAccountId, type }: Account): Promise<SessionClaims | undefined> {
  const user =
    type === "oauth"
      ? await findByIdentity(prisma(), { provider, providerAccountId })
      : await prisma().user.findUnique({ where: { id: providerAccountId } });
  return user ? { userId: user.id, sessionVersion: user.sessionVersion } : undefined;
}

// Its details may hold tokens and profiles: the code and the error's sentence are enough.
const logger = {
  error: (code, details) => {
    const error = details instanceof Error ? details : details.error;
    const level = code === "JWT_SESSION_ERROR" ? "debug" : "warn";
    log()[level]({ code, reason: error instanceof Error ? error.message : undefined }, "sign-in");
  },
  warn: (code) => log().warn({ code }, "sign-in"),
  debug: () => undefined,
} satisfies NextAuthOptions["logger"];
