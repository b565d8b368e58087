import { randomBytes } from "node:crypto";
import { signUp } from "#lib/api/account/sign-up.ts";
import { claimsOf } from "#lib/auth/session-cookie.ts";
import { sessionUser } from "#lib/auth/session-user.ts";

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers; cookie: string };

type Step = (request: Request) => Promise<Response>;
type Options = {
  cookie?: string;
  origin?: string | null;
  contentType?: string;
  userAgent?: string;
  forwardedFor?: string;
};

/** Takes a step of an account as a browser on our own page would. */
export async function take(step: Step, body: unknown, options: Options = {}): Promise<Answer> {
  const { cookie, origin = "http://localhost:3000", contentType = "application/json" } = options;
  const headers = new Headers({ "content-type": contentType });
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (origin !== null) headers.set("origin", origin);
  if (options.forwardedFor !== undefined) headers.set("x-forwarded-for", options.forwardedFor);
  if (options.userAgent !== undefined) headers.set("user-agent", options.userAgent);
  const request = new Request("http://localhost:3000/api/auth/step", {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const response = await step(request);
  const set = response.headers.get("set-cookie") ?? "";
  return {
    status: response.status,
    body: await response.json(),
    headers: response.headers,
    cookie: set.split(";")[0] ?? "",
  };
}

/** Whether a `Cookie` header is a session that goes on. */
export async function isSignedIn(cookie: string): Promise<boolean> {
  return (await sessionUser(requestWith(cookie))) !== undefined;
}

/** The UUID of the session in a `Cookie` header. */
export async function sessionIdOf(cookie: string): Promise<string> {
  return (await claimsOf(requestWith(cookie).headers))?.sessionId ?? "";
}

function requestWith(cookie: string): Request {
  return new Request("http://localhost:3000", { headers: { cookie } });
}

/** Somebody who has just signed up, with their cookie and tenant. */
export async function signUpSomebody() {
  const unique = randomBytes(6).toString("hex");
  const account = {
    name: "Ada Lovelace",
    email: `ada-${unique}@example.com`,
    password: "correct horse battery",
    tenantName: `Tenant ${unique}`,
  };
  const answer = await take(signUp, account);
  return { ...account, cookie: answer.cookie, slug: String(answer.body.redirectTo).slice(1) };
}
