import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#lib/content-security-policy.ts";
import { env } from "#lib/env.ts";
import { isDecodable } from "#lib/is-decodable.ts";
import { frameOrigins } from "#lib/portal/frame-origins.ts";

// Files that a build names by their content, JSON, and the plain text of inboxes run no scripts. An address that may not be
// readable comes through here all the same: Next would fail on it.
export const config = { matcher: ["/((?!api/|inbox/|_next/static/).*)", "/(.*%.*)"] };

/** Gives each page its nonce and its policy. It authorises nothing: pages and handlers do, with the database. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { nodeEnv, url } = env();
  if (!isDecodable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  const nonce = randomBytes(16).toString("base64");
  const isSecure = url.startsWith("https://");
  const policy = contentSecurityPolicy({
    nonce,
    isSecure,
    isDevelopment: nodeEnv === "development",
    frameOrigins: await originsOf(request.nextUrl.pathname),
  });
  const response = NextResponse.next({ request: { headers: noted(request, { nonce, policy }) } });
  response.headers.set("content-security-policy", policy);
  if (isSecure) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** Only a tenant's portal may show in a frame, and only on the sites that the tenant names. */
async function originsOf(pathname: string): Promise<readonly string[]> {
  const slug = /^\/portal\/([a-z0-9-]+)(\/|$)/.exec(pathname)?.[1];
  return slug === undefined ? [] : frameOrigins(slug);
}

/** What server components read, and what a client may therefore never say of itself. */
function noted({ headers, nextUrl }: NextRequest, { nonce, policy }: { nonce: string; policy: string }) {
  const inside = new Headers(headers);
  inside.set("content-security-policy", policy);
  inside.set("x-posthorn-nonce", nonce);
  inside.set("x-posthorn-path", nextUrl.pathname + nextUrl.search);
  return inside;
}
