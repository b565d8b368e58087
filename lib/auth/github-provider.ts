import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { type Claims, toUser } from "./open-id-provider.ts";

/** GitHub, asked for the primary e-mail address and whether it is verified: its public profile does not tell. */
export function githubProvider(client: { clientId: string; clientSecret: string }): OAuthConfig<Claims> {
  return {
    ...client,
    id: "github",
    name: "GitHub",
    type: "oauth",
    issuer: "https://github.com/login/oauth",
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    userinfo: { url: profileUrl, request: ({ tokens }) => readClaims(tokens.access_token ?? "") },
    checks: ["pkce", "state"],
    httpOptions: { timeout: 10_000 },
    profile: toUser,
  };
}

const profileUrl = "https://api.github.com/user";
const account = z.object({ id: z.int(), login: z.string(), name: z.string().nullable() });
const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function readClaims(accessToken: string) {
  const { id, login, name } = account.parse(await ask(profileUrl, accessToken));
  const listed = addresses.parse(await ask(`${profileUrl}/emails`, accessToken));
  const primary = listed.find((address) => address.primary);
  const verified = primary ? { email: primary.email, email_verified: primary.verified } : {};
  return { sub: String(id), name: name ?? login, ...verified };
}

async function ask(url: string, accessToken: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/vnd.github+json" };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
  return response.json();
}
