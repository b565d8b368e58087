import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { mostPerCaller } from "#lib/api/stream/places.ts";
import { removeApiKey } from "#lib/api-keys/remove.ts";
import { closeFeed } from "#lib/changes/our-feed.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { type ApiServer, serveApi } from "#test/support/api-server.ts";
import { cookieOf, insertMember } from "#test/support/people.ts";
import { portalLink, portalRequester } from "#test/support/portal.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { StreamClient } from "#test/support/stream.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let server: ApiServer;
let worker: RunningWorker;
let receiver: Receiver;
let tenant: TestTenant;
const clients: StreamClient[] = [];

beforeAll(async () => {
  server = await serveApi();
  worker = await runWorker();
  receiver = await createReceiver();
  tenant = await createTenantForTest();
});

afterAll(async () => {
  for (const client of clients) client.close();
  await closeFeed();
  await worker.stop();
  await receiver.close();
  await server.close();
  await closeDatabases();
});

type Opening = { headers?: Record<string, string>; query?: string };

async function open(who: TestTenant, { headers, query }: Opening = {}): Promise<StreamClient> {
  const credentials = headers?.authorization || headers?.cookie ? {} : bearer(await who.apiKey(["read"]));
  const url = `http://127.0.0.1:${server.port}`;
  const client = await StreamClient.open(url, { ...credentials, ...headers }, query);
  clients.push(client);
  return client;
}

const openReady = async (who: TestTenant, opening?: Opening) => (await open(who, opening)).ready();
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function createEndpoint(who: TestTenant, application?: string): Promise<string> {
  const body = { url: receiver.url, ...(application === undefined ? {} : { application }) };
  return (await who.request("POST", "/endpoints", body)).body.id;
}

async function createApplication(who: TestTenant, name: string): Promise<string> {
  return (await who.request("POST", "/applications", { name })).body.id;
}

test("whoever reads a delivery again at each word of it sees how a worker settled it", async () => {
  const endpoint = await createEndpoint(tenant);
  receiver.answerNext({ status: 410, delayMs: 1_000 });
  const stream = await openReady(tenant);
  expect(stream.headers).toMatchObject({
    "content-type": "text/event-stream",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  expect(stream.heard[0]).toMatchObject({ type: "reset" });
  const { body: event } = await tenant.request("POST", "/events", { type: "a.b", data: {} });
  await stream.told("event", event.id);
  const { body } = await tenant.request("GET", `/deliveries?event=${event.id}`);
  const [{ id }] = body.data as unknown as [Delivery];
  const seen = new Set<string>();
  let wordsRead = 0;
  await waitFor("the end of the delivery", async () => {
    const words = stream.heard.filter((message) => message.type === "changed" && message.ids?.includes(id));
    if (words.length === wordsRead) return false;
    wordsRead = words.length;
    expect(words.at(-1)).toMatchObject({ kind: "delivery", endpoints: [endpoint] });
    seen.add(String((await tenant.request("GET", `/deliveries/${id}`)).body.status));
    return seen.has("failed");
  });
  expect(seen).toContain("sending");
  // The answer was 410: the worker disabled the endpoint.
  await stream.told("endpoint", endpoint);
});

test("what happens in another tenant is never told", async () => {
  const other = await createTenantForTest();
  const streams = [await openReady(tenant), await openReady(other)] as const;
  const foreign = await createEndpoint(other);
  const own = await createEndpoint(tenant);
  await streams[0].told("endpoint", own);
  await streams[1].told("endpoint", foreign);
  expect([streams[0].named, streams[1].named]).toEqual([[own], [foreign]]);
});

describe("narrowed to an application", () => {
  let own: string;
  let other: string;
  beforeAll(async () => {
    own = await createApplication(tenant, "own");
    other = await createApplication(tenant, "other");
  });

  async function expectOwnAlone(stream: StreamClient): Promise<void> {
    await createEndpoint(tenant, other);
    // Of the whole tenant, so of no application.
    const since = new Date(Date.now() - 60_000).toISOString();
    await tenant.request("POST", "/replays", { since, until: new Date().toISOString(), status: ["failed"] });
    const endpoint = await createEndpoint(tenant, own);
    await stream.told("endpoint", endpoint);
    expect(stream.named).toEqual([endpoint]);
  }

  test("by its filter, a key hears of nothing else", async () => {
    await expectOwnAlone(await openReady(tenant, { query: `?application=${own}` }));
  });

  test("by its session, the portal hears of nothing else, whatever it asks for", async () => {
    const { token } = await portalLink(tenant, { application: own });
    const opened = await portalRequester(token)("POST", "/portal/session");
    const headers = bearer(String(opened.body.token));
    await expectOwnAlone(await openReady(tenant, { headers }));
    expect((await open(tenant, { headers, query: `?application=${other}` })).status).toBe(404);
  });

  test("an application that is not there, or another tenant's, is 404", async () => {
    const foreign = await createApplication(await createTenantForTest(), "foreign");
    for (const application of ["nobodys", foreign])
      expect((await open(tenant, { query: `?application=${application}` })).status).toBe(404);
  });
});

describe("ends for who may no longer hear it:", () => {
  test("a key that is revoked", async () => {
    const key = await tenant.request("POST", "/api-keys", { name: "x", scopes: ["read"] });
    const stream = await openReady(tenant, { headers: bearer(key.body.key) });
    await removeApiKey(tenant.ctx, { id: key.body.id });
    await stream.over();
  });

  test("a member who is removed", async () => {
    const member = await insertMember(tenant.tenantId, "viewer");
    const headers = {
      cookie: await cookieOf(member),
      "posthorn-tenant": tenant.publicId,
      origin: new URL(env().url).origin,
    };
    const stream = await openReady(tenant, { headers });
    await prisma().member.deleteMany({ where: { tenantId: tenant.tenantId, userId: member.id } });
    await stream.over();
  });

  test("a portal session that is revoked", async () => {
    const { token, id } = await portalLink(tenant, {});
    const opened = await portalRequester(token)("POST", "/portal/session");
    const stream = await openReady(tenant, { headers: bearer(String(opened.body.token)) });
    expect((await tenant.request("DELETE", `/portal-sessions/${id}`)).status).toBe(204);
    await stream.over();
  });
});

describe("Last-Event-ID", () => {
  test("goes on where the client stopped, with all that it missed", async () => {
    const stream = await openReady(tenant);
    const before = await createEndpoint(tenant);
    const { id } = await stream.told("endpoint", before);
    stream.close();
    const missed = await createEndpoint(tenant);
    const again = await openReady(tenant, { headers: { "last-event-id": id ?? "" } });
    await again.told("endpoint", missed);
    expect([again.heard[0]?.type, again.named]).toEqual(["resumed", [missed]]);
  });

  test.each(["", "x", "0123456789ab-1", "-", "0123456789ab-99999999999999999999"])(
    "of %j begins anew",
    async (id) => {
      const stream = await openReady(tenant, { headers: { "last-event-id": id } });
      expect(stream.heard[0]?.type).toBe("reset");
    },
  );
});

test("a comment keeps the connection open while nothing changes", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const stream = await open(await createTenantForTest());
  await waitFor("the first comment", () => stream.comments === 1);
  vi.advanceTimersByTime(15_000);
  await waitFor("the next comment", () => stream.comments === 2);
  vi.useRealTimers();
});

test("when the connection that listens is lost, all are told to read again, and hear again", async () => {
  const stream = await openReady(tenant);
  const stale = stream.lastId;
  const { rowCount } = await pool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'posthorn-stream' AND datname = current_database()`,
  );
  expect(rowCount).toBe(1);
  await waitFor("the reset", () => stream.heard.filter(({ type }) => type === "reset").length === 2);
  await stream.told("endpoint", await createEndpoint(tenant));
  const again = await openReady(tenant, { headers: { "last-event-id": stale } });
  expect(again.heard[0]?.type).toBe("reset");
});

test("one key may hold only so many streams, and another is not hindered", async () => {
  const headers = bearer(await tenant.apiKey(["read"]));
  const held = await Promise.all(Array.from({ length: mostPerCaller }, () => open(tenant, { headers })));
  expect(new Set(held.map(({ status }) => status))).toEqual(new Set([200]));
  const refused = await open(tenant, { headers });
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "30"]);
  expect((await open(tenant)).status).toBe(200);
  held[0]?.close();
  await waitFor("a place", async () => (await open(tenant, { headers })).status === 200);
});

test("HEAD says what GET would, and holds nothing open", async () => {
  const headers = bearer(await tenant.apiKey(["read"]));
  for (let n = 0; n <= mostPerCaller; n += 1) {
    const { status } = await fetch(`http://127.0.0.1:${server.port}/api/v1/stream`, {
      method: "HEAD",
      headers,
    });
    expect(status).toBe(200);
  }
});
