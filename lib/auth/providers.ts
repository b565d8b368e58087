import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "../env.ts";
import { githubProvider } from "./github-provider.ts";
import { type Claims, openIdProvider } from "./open-id-provider.ts";

export type ProviderChoice = { id: string; name: string };

/** The other ways to sign in that the environment sets up. */
export function configuredProviders(): OAuthConfig<Claims>[] {
  const settings = env();
  const { githubClientId, githubClientSecret, googleClientId, googleClientSecret } = settings;
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcName } = settings;
  const providers: OAuthConfig<Claims>[] = [];
  if (githubClientId && githubClientSecret)
    providers.push(githubProvider({ clientId: githubClientId, clientSecret: githubClientSecret }));
  if (googleClientId && googleClientSecret)
    providers.push(
      openIdProvider({
        id: "google",
        name: "Google",
        issuer: "https://accounts.google.com",
        clientId: googleClientId,
        clientSecret: googleClientSecret,
      }),
    );
  if (oidcIssuer && oidcClientId && oidcClientSecret)
    providers.push(
      openIdProvider({
        id: "oidc",
        name: oidcName,
        issuer: oidcIssuer,
        clientId: oidcClientId,
        clientSecret: oidcClientSecret,
      }),
    );
  return providers;
}

/** Their ids and names, for the buttons. */
export function providerChoices(): ProviderChoice[] {
  return configuredProviders().map(({ id, name }) => ({ id, name }));
}
