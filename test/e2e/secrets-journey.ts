import { randomBytes } from "node:crypto";
import { prisma } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { CookieJar } from "#test/support/cookie-jar.ts";
import { mailedToken } from "#test/support/mailed.ts";
import type { OidcProvider } from "#test/support/oidc-provider.ts";
import { Producer } from "#test/support/producer.ts";
import type { Receiver } from "#test/support/receiver.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { walkAlerts } from "./secrets-alerts.ts";
import { walkCatalogue } from "./secrets-catalogue.ts";
import type { Given, OwnersCall } from "./secrets-given.ts";
import { walkInbox } from "./secrets-inbox.ts";
import { walkAsOperator } from "./secrets-operator.ts";
import { walkPortal } from "./secrets-portal.ts";
import { walkTwoSteps } from "./secrets-second-factor.ts";

type World = { given: Given; url: string; receiver: Receiver; provider: OidcProvider };
type Answer = { status: number; text: string; body: Record<string, string> };
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** Walks through everything that has to do with a secret, over HTTP alone, and hands in all that was seen on the way. */
export async function walk(world: World): Promise<void> {
  const call = await signUp(world);
  await makeSecrets(world, call);
  const { given, receiver } = world;
  const ownersCall: OwnersCall = async (...asked) => {
    const answer = await call(...asked);
    return expectStatus(answer.status < 300 ? answer.status : 200, answer).body;
  };
  await walkPortal(given, ownersCall);
  await walkCatalogue(given, ownersCall);
  await invite(world, call);
  await sendEvents(world, call);
  await walkAlerts({ given, receiver }, ownersCall);
  await walkInbox(given, ownersCall);
  await walkAsOperator(given, world.url);
  await forgetPassword(world);
  await signInByProvider(world);
}

const email = "ada@secrets.example";
const newSigningSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

async function send(
  { given, url }: World,
  path: string,
  request: RequestInit,
  jar = new CookieJar(),
): Promise<Answer> {
  const response = await jar.fetch(new URL(path, url).href, request);
  for (const line of response.headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
    if (value.length > 40) given.secret(`cookie ${name}`, decodeURIComponent(value));
  }
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
}

/** A step of an account, as its page takes it. */
async function step(world: World, name: string, body: object, jar?: CookieJar): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return send(world, `/api/auth/${name}`, { method: "POST", headers, body: JSON.stringify(body) }, jar);
}

async function signUp(world: World): Promise<Call> {
  const { given } = world;
  const jar = new CookieJar();
  const password = given.secret("password");
  const newcomer = { name: "Ada", email, password, tenantName: "Secrets" };
  expectStatus(200, await step(world, "sign-up", newcomer, jar));
  expectStatus(401, await step(world, "sign-in", { email, password: given.secret("mistyped password") }));
  expectStatus(200, await step(world, "sign-in", { email, password }, jar));
  const token = given.secret("token that confirms an address", await mailedToken(email, "confirm-email"));
  await send(world, `/confirm-email/${token}`, {}, jar);
  expectStatus(200, await step(world, "confirm-email", { token }, jar));
  const next = given.secret("changed password");
  expectStatus(200, await step(world, "password", { currentPassword: password, newPassword: next }, jar));
  const take = async (name: string, body: object) =>
    expectStatus(200, await step(world, name, body, jar)).text;
  await walkTwoSteps(given, next, async (name, body) => {
    if (name === "second-factor") await take("sign-in", { email, password: next });
    return take(name, body);
  });
  const { id } = await prisma().tenant.findFirstOrThrow({ where: { name: "Secrets" } });
  const own = { "posthorn-tenant": toPublicId("tenant", id), "content-type": "application/json" };
  return (method, path, body, headers) => {
    const request = { method, headers: { ...own, ...headers } };
    return send(
      world,
      `/api/v1${path}`,
      body === undefined ? request : { ...request, body: JSON.stringify(body) },
      jar,
    );
  };
}

function expectStatus(status: number, answer: Answer): Answer {
  if (answer.status !== status)
    throw new Error(`wanted ${status}, got ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
}

async function makeSecrets({ given, receiver }: World, call: Call): Promise<void> {
  const endpoint = {
    url: `${receiver.url}?token=${given.payload("query of a receiver's URL")}`,
    headers: { Authorization: `Bearer ${given.secret("header value")}` },
    secret: given.secret("own signing secret", newSigningSecret()),
  };
  const { id } = expectStatus(
    201,
    await call("POST", "/endpoints", endpoint, { "idempotency-key": "endpoint" }),
  ).body;
  expectStatus(201, await call("POST", "/endpoints", endpoint, { "idempotency-key": "endpoint" }));
  const rotate = async (body: object, key: string) => {
    const path = `/endpoints/${id}/secret/rotate`;
    const { secret = "" } = expectStatus(
      200,
      await call("POST", path, body, { "idempotency-key": key }),
    ).body;
    given.secret("signing secret", secret);
  };
  await rotate({}, "first");
  await rotate({ secret: newSigningSecret() }, "second");
  given.secret(
    "revealed secret",
    expectStatus(200, await call("GET", `/endpoints/${id}/secret`)).body.secret,
  );
  const headers = { Authorization: "••••", "X-Token": given.secret("added header value") };
  expectStatus(200, await call("PATCH", `/endpoints/${id}`, { headers }));
  expectStatus(
    422,
    await call("PATCH", `/endpoints/${id}`, { headers: { Host: given.secret("refused header value") } }),
  );
  const refused = (what: string) => `http://10.0.0.1/${given.secret(`${what} that is refused`)}`;
  expectStatus(422, await call("POST", "/endpoints", { url: refused("receiver's URL") }));
  const slack = { slackUrl: refused("Slack webhook") };
  expectStatus(422, await call("PATCH", "/notification-settings", slack));
  expectStatus(
    422,
    await call("POST", "/endpoints", { ...endpoint, secret: given.secret("malformed signing secret") }),
  );
}

async function invite(world: World, call: Call): Promise<void> {
  const { given } = world;
  const guest = { email: "guest@secrets.example", role: "viewer" };
  const { id, link } = expectStatus(
    201,
    await call("POST", "/invitations", guest, { "idempotency-key": "guest" }),
  ).body;
  given.secret("invitation token", tokenOf(link));
  given.secret("mailed invitation token", await mailedToken(guest.email, "invitations"));
  const again = tokenOf(expectStatus(202, await call("POST", `/invitations/${id}/resend`)).body.link);
  given.secret("second invitation token", again);
  await send(world, `/invitations/${again}`, {});
  expectStatus(
    200,
    await step(world, "join", { token: again, name: "Guest", password: given.secret("password of a guest") }),
  );
}

function tokenOf(link: string | undefined): string {
  return link?.split("/").at(-1) ?? "";
}

async function forgetPassword(world: World): Promise<void> {
  const { given } = world;
  expectStatus(200, await step(world, "request-reset", { email }));
  const token = given.secret("reset token", await mailedToken(email, "reset-password"));
  await send(world, `/reset-password/${token}`, {});
  const body = { token, newPassword: given.secret("new password") };
  expectStatus(200, await step(world, "reset-password", body));
  expectStatus(409, await step(world, "reset-password", body));
}

async function signInByProvider(world: World): Promise<void> {
  const { given, provider, url } = world;
  const jar = new CookieJar();
  provider.person = { sub: "1", email: "grace@secrets.example", email_verified: true, name: "Grace" };
  const { csrfToken = "" } = (await send(world, "/api/auth/csrf", {}, jar)).body;
  const body = new URLSearchParams({ csrfToken, callbackUrl: url, json: "true" });
  const started = (await send(world, "/api/auth/signin/oidc", { method: "POST", body }, jar)).body.url ?? "";
  const back = (await fetch(started, { redirect: "manual" })).headers.get("location") ?? "";
  given.secret("authorization code", new URL(back).searchParams.get("code") ?? "");
  expectStatus(302, await send(world, back, {}, jar));
  for (const token of provider.issued) given.secret("token of the provider", token);
  await send(
    world,
    `/api/auth/callback/oidc?code=${given.secret("forged code")}&state=${given.secret("forged state")}`,
    {},
  );
}

async function sendEvents(world: World, call: Call): Promise<void> {
  const { given, receiver, url } = world;
  const { key = "" } = expectStatus(
    201,
    await call("POST", "/api-keys", { name: "Backend", scopes: ["events:write", "read"] }),
  ).body;
  given.secret("API key", key);
  const producer = new Producer(url, key);
  const data = { card: given.payload("data of an event") };
  receiver.answerNext({ status: 500, body: given.payload("answer of a receiver") }, { reset: true });
  await producer.call("POST", "/events", { type: "a.b", data, id: given.payload("own id of an event") });
  await producer.call("POST", "/events", { type: "a.b", data });
  await producer.call(
    "POST",
    "/events",
    `{"type":"a.b","data":{"broken":"${given.payload("data of a broken body")}"`,
  );
  await producer.call("POST", "/events", {
    type: "not a type",
    data: { x: given.payload("data of a refused event") },
  });
  await producer.call("GET", `/events?q=card:${given.payload("searched text")}`);
  await new Producer(
    url,
    given.secret("wrong key", `${key.slice(0, -20)}${randomBytes(15).toString("base64url")}`),
  ).call("GET", "/me");
  await loseDatabase(producer, data);
  await receiver.waitFor(4, 30_000);
}

/** What fails while the database goes away is logged as an error of ours. */
async function loseDatabase(producer: Producer, data: object): Promise<void> {
  const post = () => producer.call("POST", "/events", { type: "a.b", data });
  await waitFor("a request that the loss breaks", async () => {
    const cut = prisma().$queryRaw`
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    const [, ...answers] = await Promise.all([cut.catch(() => 0), ...Array.from({ length: 20 }, post)]);
    return answers.some(({ status }) => status >= 500);
  });
  await waitFor("the database", async () => (await post()).status === 202);
}
