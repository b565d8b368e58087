import type { OAuthConfig } from "next-auth/providers/oauth";

/** What a provider must tell of a person, whatever else it tells (OpenID Connect Core 1.0 §5.1). */
export type Claims = {
  sub: string;
  name?: string | null | undefined;
  email?: string | null | undefined;
  email_verified?: unknown;
};

type Settings = { id: string; name: string; issuer: string; clientId: string; clientSecret: string };

/** An OpenID Connect provider: its addresses are in its discovery document, who comes in is in the signed id token. */
export function openIdProvider({ id, name, issuer, ...client }: Settings): OAuthConfig<Claims> {
  return {
    ...client,
    id,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Some put the address into the token, others only into what they say when asked.
      request: async ({ client, tokens }) => {
        const claims = "claims" in tokens && typeof tokens.claims === "function" ? tokens.claims() : {};
        if (claims.email_verified !== undefined) return claims;
        const said = await client.userinfo(tokens.access_token ?? "");
        if (said.sub !== claims.sub)
          throw new Error("the id token and the user info speak of different people");
        return { ...claims, ...said };
      },
    },
    profile: toUser,
  };
}

/** The part of the claims that next-auth wants as its user. */
export function toUser({ sub, name = null, email = null }: Claims) {
  return { id: sub, name, email };
}
