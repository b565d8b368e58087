import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { startWeb, type Web } from "#test/support/app-server.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let web: Web;
let tenant: TestTenant;
let authorization: string;
let slowHeaders: Promise<string>;
let slowBody: Promise<string>;
beforeAll(async () => {
  web = await startWeb({ env: { POSTHORN_DRAIN_SECONDS: "1" } });
  tenant = await createTenantForTest();
  authorization = `Bearer ${await tenant.apiKey()}`;
  slowHeaders = sendSlowly("GET /healthz HTTP/1.1\r\n");
  const heads = ["POST /api/v1/events HTTP/1.1", "Host: x", `Authorization: ${authorization}`];
  const body = ["Content-Type: application/json", "Content-Length: 100000"];
  slowBody = sendSlowly(`${[...heads, ...body].join("\r\n")}\r\n\r\n`);
});
afterAll(() => web?.process.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(web.url + path, { headers });

describe("one port", () => {
  test("health, readiness and metrics are at the root and below the API alike", async () => {
    for (const path of ["/healthz", "/readyz", "/api/v1/healthz", "/api/v1/readyz"])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect((await get("/metrics")).status).toBe(404);
  });

  test("the API answers problem+json, the pages answer HTML", async () => {
    expect((await get("/api/v1/nothing")).headers.get("content-type")).toBe("application/problem+json");
    const page = await get("/sign-in");
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.headers.get("x-powered-by")).toBeNull();
  });

  test.each([
    "//api/v1/endpoints",
    "/api//v1/endpoints",
    "/API/v1/endpoints",
    "/api/v1/endpoints.rsc",
    "/./api/v1/endpoints",
  ])("%s lets nobody in", async (path) => {
    const status = await rawStatus(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect([307, 308, 401, 404]).toContain(status);
  });

  test("the peer's address is what the audit log shows, whatever the caller says of itself", async () => {
    await fetch(`${web.url}/api/v1/event-types`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "x-forwarded-for": "203.0.113.9" },
      body: JSON.stringify({ name: "seen.from" }),
    });
    const { rows } = await pool().query("SELECT ip_address FROM audit_entries WHERE target_id = 'seen.from'");
    expect(rows[0].ip_address).toMatch(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/);
  });
});

describe("hostile connections", () => {
  test("an address that cannot be decoded is 400", async () => {
    for (const path of ["/%", "/acme/%zz", "/acme/%c3%28", "/docs%"])
      expect([path, await rawStatus(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)]).toEqual([path, 400]);
  });

  test("headers without an end are cut off at 16 KiB", async () => {
    const header = `X-Long: ${"x".repeat(20_000)}\r\n`;
    expect(await rawStatus(`GET /healthz HTTP/1.1\r\nHost: x\r\n${header}\r\n`)).toBe(431);
  });

  test("an endless body is refused while it is still being sent", async () => {
    const sending = httpRequest(`${web.url}/api/v1/events`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "transfer-encoding": "chunked" },
    });
    sending.on("error", () => undefined);
    const more = setInterval(() => sending.write("x".repeat(65_536)), 5);
    const [response] = await once(sending, "response");
    clearInterval(more);
    expect(response.statusCode).toBe(413);
    sending.destroy();
  });

  test("a body that is not HTTP is refused and hurts nobody else", async () => {
    expect(await rawStatus("NONSENSE\r\n\r\n")).toBe(400);
    expect((await get("/healthz")).status).toBe(200);
  });
});

test("a database that cuts every connection costs requests, not the process", async () => {
  const cutAll = () =>
    pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round += 1) {
    const requests = Array.from({ length: 5 }, () => get("/api/v1/endpoints", { authorization }));
    await cutAll();
    for (const { status } of await Promise.all(requests)) statuses.add(status);
  }
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await waitFor("web to be well again", async () => (await get("/api/v1/endpoints", { authorization })).ok);
  expect(web.process.isRunning).toBe(true);
});

test("headers that come too slowly are cut off", { timeout: 30_000 }, async () => {
  expect(await slowHeaders).toMatch(/^HTTP\/1.1 408 /);
});

test("so is a body", { timeout: 60_000 }, async () => {
  expect(await slowBody).toMatch(/^HTTP\/1.1 408 /);
});

test("asked to stop, it says so while it still takes requests, answers what is in flight, lets idle connections go and ends with 0", async () => {
  const agent = new Agent({ keepAlive: true });
  const [idle] = await once(httpRequest(`${web.url}/healthz`, { agent }).end(), "response");
  await text(idle);
  const body = JSON.stringify({ name: "last words" });
  const slow = httpRequest(`${web.url}/api/v1/applications`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json", "content-length": body.length },
  });
  slow.write(body.slice(0, 5));
  await once(slow, "socket");
  await waitFor("the request to be in flight", async () => (await get("/healthz")).ok);

  const stopping = web.process.stop();
  const told = await waitFor("word of the stop", async () => {
    const answer = await get("/readyz");
    return answer.status === 503 && (await answer.json());
  });
  expect(told.detail).toBe("This web is stopping.");
  expect((await get("/api/v1/endpoints", { authorization })).status).toBe(200);
  await waitFor("new connections to be refused", async () => {
    const refused = await get("/healthz").catch(() => "refused");
    return refused === "refused";
  });
  slow.end(body.slice(5));
  const [answer] = await once(slow, "response");
  expect([answer.statusCode, JSON.parse(await text(answer)).name]).toEqual([201, "last words"]);
  expect(await stopping).toBe(0);
  agent.destroy();
});

/** Begins a request, goes on with a line a second and never ends; resolves with what is said to that. */
async function sendSlowly(beginning: string): Promise<string> {
  const socket = connect(Number(new URL(web.url).port), "127.0.0.1");
  socket.write(beginning);
  const more = setInterval(() => socket.write("X-More: 1\r\n"), 1_000);
  const [answer] = await once(socket, "data").finally(() => clearInterval(more));
  socket.on("error", () => undefined).destroy();
  return String(answer);
}

/** Sends bytes as they are and reads the status of the answer. */
async function rawStatus(bytes: string): Promise<number> {
  const { port } = new URL(web.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(bytes);
  const answer = await once(socket, "data");
  socket.destroy();
  return Number(String(answer[0]).split(" ")[1]);
}
