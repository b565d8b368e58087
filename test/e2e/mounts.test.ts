import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, prisma } from "#lib/db.ts";
import { startNext, startWeb, type Web } from "#test/support/app-server.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

type Call = {
  title: string;
  method?: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
  isAnonymous?: true;
};

const json = { "content-type": "application/json" };
const post = (path: string, body: unknown, headers = {}): Omit<Call, "title"> => ({
  method: "POST",
  path,
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { ...json, ...headers },
});

/** Each runs once against each mount, in this order, on a tenant of its own. */
const calls: Call[] = [
  { title: "who am I", path: "/me" },
  { title: "no key", path: "/me", isAnonymous: true },
  { title: "an unknown route", path: "/nothing" },
  { title: "a wrong method", method: "DELETE", path: "/events" },
  { title: "an unknown query field", path: "/endpoints?nonsense=1" },
  { title: "the API document", path: "/openapi.json", isAnonymous: true },
  { title: "liveness", path: "/healthz", isAnonymous: true },
  { title: "readiness", path: "/readyz", isAnonymous: true },
  { title: "create an event type", ...post("/event-types", { name: "invoice.paid", example: { a: 1 } }) },
  { title: "create it again", ...post("/event-types", { name: "invoice.paid" }) },
  {
    title: "create an endpoint",
    ...post("/endpoints", { url: "http://127.0.0.1:9/hook", eventTypes: ["invoice.*"] }),
  },
  { title: "a blocked endpoint", ...post("/endpoints", { url: "http://10.0.0.1/" }) },
  { title: "an unknown field", ...post("/endpoints", { url: "http://127.0.0.1:9/", nonsense: true }) },
  { title: "post an event", ...post("/events", '{"type":"invoice.paid","data":{"b":1.0},"id":"one"}') },
  { title: "repeat the event", ...post("/events", '{"type":"invoice.paid","data":{"b":1.0},"id":"one"}') },
  {
    title: "a batch with one bad item",
    ...post("/events/batch", { events: [{ type: "a", data: {} }, { type: "!" }] }),
  },
  { title: "broken JSON", ...post("/events", '{"type":') },
  { title: "a wrong media type", ...post("/events", "{}", { "content-type": "text/plain" }) },
  {
    title: "a body that is too large",
    ...post("/events", `{"type":"a","data":{"x":"${"x".repeat(300_000)}"}}`),
  },
  {
    title: "create under a key",
    ...post("/applications", { name: "Globex", uid: "globex" }, { "idempotency-key": "k1" }),
  },
  {
    title: "the same again",
    ...post("/applications", { name: "Globex", uid: "globex" }, { "idempotency-key": "k1" }),
  },
  {
    title: "another under that key",
    ...post("/applications", { name: "Other" }, { "idempotency-key": "k1" }),
  },
  { title: "list deliveries", path: "/deliveries" },
  { title: "statistics", path: "/stats?since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z" },
  { title: "delete an application", method: "DELETE", path: "/applications/globex" },
  { title: "a malformed id", path: "/events/evt_x" },
];

let mounts: Web[];

beforeAll(async () => {
  mounts = [await startWeb(), await startNext()];
});

afterAll(async () => {
  await Promise.all(mounts.map((mount) => mount.process.stop()));
  await closeDatabases();
});

test("the API answers the same through server.ts and through next start", async () => {
  const [byServer = [], byNext = []] = await Promise.all(mounts.map((mount) => answersOf(mount.url)));
  for (const [index, call] of calls.entries())
    expect([call.title, byNext[index]]).toEqual([call.title, byServer[index]]);
  expect(byServer).toHaveLength(calls.length);
});

test("neither believes what a client says of where it is", async () => {
  const seen = await Promise.all(mounts.map(({ url }, index) => addressSeenBy(url, `seen.by.${index}`)));
  expect(seen).toEqual([expect.stringMatching(/^(::1|127\.0\.0\.1)$/), null]);
});

/** What the audit log says of where a change came from, whose maker claims to be elsewhere. */
async function addressSeenBy(url: string, name: string): Promise<unknown> {
  const claims = {
    "x-forwarded-for": "203.0.113.9",
    "x-real-ip": "203.0.113.9",
    forwarded: "for=203.0.113.9",
  };
  const authorization = `Bearer ${await (await createTenantForTest()).apiKey()}`;
  const headers = { ...json, ...claims, authorization };
  const made = { method: "POST", headers, body: JSON.stringify({ name }) };
  expect((await fetch(`${url}/api/v1/event-types`, made)).status).toBe(201);
  return (await prisma().auditEntry.findFirstOrThrow({ where: { targetId: name } })).ipAddress;
}

type Answered = { status: number; type: string | null; location: string | null; body: string };

async function answersOf(url: string): Promise<Answered[]> {
  const authorization = `Bearer ${await (await createTenantForTest()).apiKey()}`;
  const answers: Answered[] = [];
  for (const { method = "GET", path, body, headers = {}, isAnonymous } of calls) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(isAnonymous ? {} : { authorization }) },
      ...(body === undefined ? {} : { body }),
    });
    const location = response.headers.get("location");
    answers.push({
      status: response.status,
      type: response.headers.get("content-type"),
      location: location && comparable(location, url),
      body: comparable(await response.text(), url),
    });
  }
  return answers;
}

/** What differs by nature is blotted out: ids, times, secrets, request ids, the mount's own address. */
function comparable(text: string, url: string): string {
  return text
    .replaceAll(url, "URL")
    .replaceAll(/\b[a-z]{2,3}_[0-9a-hjkmnp-tv-z]{26}\b/g, "ID")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replaceAll(/whsec_[\w+/=]+/g, "SECRET")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/"slug":"[\w-]+"/g, '"slug":"SLUG"');
}
