import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { endSession } from "../users/end-sessions.ts";
import { authorizeCredentials } from "./authorize-credentials.ts";
import { callbackPath } from "./callback-url.ts";
import { enterByProvider } from "./enter-by-provider.ts";
import { findSessionUser } from "./find-session-user.ts";
import { identityOf } from "./identity-of.ts";
import { configuredProviders } from "./providers.ts";
import { isSecure, sessionCookieName, sessionSeconds, toClaims } from "./session-token.ts";
import type { Visit } from "./visit.ts";

/** next-auth as Posthorn uses it: JWT sessions that name a row in the database, looked up each time. */
export function authOptions(visit: Visit): NextAuthOptions {
  return {
    secret: env().nextauthSecret,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [credentialsProvider(visit), ...configuredProviders()],
    callbacks: callbacksOf(visit),
    events: {
      async signOut({ token }) {
        const claims = token && toClaims(token);
        if (claims) await endSession(claims);
      },
    },
    logger,
  };
}

function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() };
}

function credentialsProvider(visit: Visit) {
  return Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
    async authorize(credentials) {
      const { email, password, code } = credentials ?? {};
      const claims = await authorizeCredentials({ email, password, code }, visit.device);
      if (claims) visit.opened = claims;
      return claims ? { id: claims.userId } : null;
    },
  });
}

function callbacksOf(visit: Visit) {
  return {
    async signIn({ account, profile }) {
      return account?.type === "oauth" ? enterByProvider(visit, identityOf(account, profile)) : true;
    },
    async jwt({ token, account }) {
      if (account && visit.former) await endSession(visit.former);
      const claims = account ? visit.opened : toClaims(token);
      if (!claims || !(await findSessionUser(claims))) throw new Error("the session has ended");
      return { sub: claims.userId, sessionId: claims.sessionId, sessionVersion: claims.sessionVersion };
    },
    async session({ session, token }) {
      const claims = toClaims(token);
      const user = claims && (await findSessionUser(claims));
      return { expires: session.expires, ...(user ? { user: { name: user.name, email: user.email } } : {}) };
    },
    redirect: ({ url }) => env().url + callbackPath(url),
  } satisfies NextAuthOptions["callbacks"];
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
