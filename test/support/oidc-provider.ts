import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type OidcProvider = {
  issuer: string;
  /** Who signs in there next, and what the provider says of them. */
  person: Record<string, unknown>;
  /** Every token it gave out. */
  issued: string[];
  close: () => Promise<void>;
};

type Grant = { nonce: string | null; challenge: string | null };
type Answering = { provider: OidcProvider; grants: Map<string, Grant>; url: URL; request: IncomingMessage };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const clientId = "posthorn";

/** An OpenID Connect provider on a loopback port that asks nobody anything: whoever comes is `person`. */
export async function createOidcProvider(): Promise<OidcProvider> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  const provider: OidcProvider = { issuer, person: {}, issued: [], close };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", issuer);
    const answer = await routes[url.pathname]?.({ provider, grants, url, request });
    if (answer instanceof URL) response.writeHead(302, { location: answer.href }).end();
    else
      response
        .writeHead(answer ? 200 : 404, { "content-type": "application/json" })
        .end(JSON.stringify(answer));
  };
  return provider;
}

const routes: Record<string, (answering: Answering) => unknown> = {
  "/.well-known/openid-configuration": ({ provider: { issuer } }) => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  }),
  "/keys": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] }),
  "/authorize": ({ grants, url }) => {
    const code = randomUUID();
    grants.set(code, {
      nonce: url.searchParams.get("nonce"),
      challenge: url.searchParams.get("code_challenge"),
    });
    const back = new URL(url.searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    return back;
  },
  "/token": async ({ provider, grants, request }) => {
    const given = new URLSearchParams(await text(request));
    const grant = grants.get(given.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(given.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || grant.challenge !== challenge) return undefined;
    const { email, email_verified, ...claims } = provider.person;
    const access_token = randomUUID();
    const id_token = idToken(provider, { ...claims, nonce: grant.nonce });
    provider.issued.push(access_token, id_token);
    return { access_token, token_type: "Bearer", id_token };
  },
  "/userinfo": ({ provider }) => provider.person,
};

function idToken({ issuer }: OidcProvider, claims: Record<string, unknown>): string {
  const now = Math.floor(Date.now() / 1_000);
  const payload = { iss: issuer, aud: clientId, iat: now, exp: now + 60, ...claims };
  const content = [{ alg: "RS256", kid: "1" }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
}
