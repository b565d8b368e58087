import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { getDelivery } from "#lib/deliveries/get.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { answerInbox } from "#lib/inbox/answer.ts";
import { getInboxRequest } from "#lib/inbox/get-request.ts";
import { listInboxRequests } from "#lib/inbox/list-requests.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let worker: RunningWorker;
beforeAll(async () => {
  worker = await runWorker();
});
afterAll(() => worker.stop());

async function withInbox() {
  const tenant = await createTenantForTest();
  const { url } = (await tenant.request("GET", "/inbox")).body;
  const listed = async () => (await listInboxRequests(tenant.ctx, { limit: 50 })).data;
  return { tenant, url: String(url), listed };
}

/** Posts as anybody does. */
function post(url: string, init: RequestInit = {}): Promise<Response> {
  return answerInbox(new Request(url, { method: "POST", body: "{}", ...init }), "anybody");
}

async function deliver(tenant: TestTenant, url: string, settings: object = {}) {
  const endpoint = (await tenant.request("POST", "/endpoints", { url, ...settings })).body;
  const { deliveryId } = (await tenant.request("POST", `/endpoints/${endpoint.id}/test`, {})).body;
  const settled = async () => {
    const delivery = await getDelivery(tenant.ctx, { id: String(deliveryId) });
    return /^(pending|sending)$/.test(delivery.status) ? undefined : delivery;
  };
  return { endpoint, delivery: await waitFor("the first attempt", settled) };
}

describe("a delivery to the test inbox", () => {
  test("arrives although the guard lets nothing else at this host, and its signature verifies", async () => {
    const { tenant, url, listed } = await withInbox();
    const headers = { "x-api-key": "a secret of the receiver" };
    const { endpoint, delivery } = await deliver(tenant, url, { headers });
    expect(delivery).toMatchObject({ status: "delivered", responseStatus: 200 });
    const [received] = await listed();
    expect(received).toMatchObject({
      method: "POST",
      eventType: "posthorn.test",
      webhookId: delivery.event,
      signature: "verified",
      endpoint: endpoint.id,
      status: 200,
    });
    const { headers: kept, body } = await getInboxRequest(tenant.ctx, { id: received?.id ?? "" });
    expect(kept).toContainEqual(["x-api-key", "••••"]);
    expect(JSON.parse(body.text ?? "").type).toBe("posthorn.test");
  });

  test.each(["/", "/inbox/", "/api/v1/endpoints", "/inbox/TOKEN/more", "/inbox/in_short"])(
    "opens nothing else there: an endpoint at %s is refused",
    async (path) => {
      const { tenant, url } = await withInbox();
      const beside = new URL(path.replace("TOKEN", url.split("/").at(-1) ?? ""), url).href;
      const { status, body } = await tenant.request("POST", "/endpoints", { url: beside });
      expect([status, body.code]).toEqual([422, "blocked_url"]);
    },
  );

  test("is answered as chosen, and an endpoint's URL may choose for itself", async () => {
    const { tenant, url } = await withInbox();
    await tenant.request("PATCH", "/inbox", { status: 410 });
    const { delivery } = await deliver(tenant, `${url}?status=503`);
    expect(delivery).toMatchObject({ status: "retrying", responseStatus: 503 });
    expect((await deliver(tenant, url)).delivery).toMatchObject({ responseStatus: 410 });
  });

  test("times out when the inbox does not answer", async () => {
    const { tenant, url, listed } = await withInbox();
    const { delivery } = await deliver(tenant, `${url}?status=0`, { timeoutSeconds: 1 });
    expect(delivery.errorKind).toMatch(/timeout/);
    expect((await listed())[0]).toMatchObject({ status: 0 });
  });
});

describe("the inbox of a tenant", () => {
  test("keeps what anybody posts, unchecked, with credentials masked", async () => {
    const { tenant, url, listed } = await withInbox();
    const answer = await post(`${url}?a=1`, { headers: { authorization: "Bearer secret" }, body: "plain" });
    expect([answer.status, answer.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
    const [received] = await listed();
    expect(received).toMatchObject({ signature: "unchecked", endpoint: null, eventType: null, bodyBytes: 5 });
    const { headers: kept, body } = await getInboxRequest(tenant.ctx, { id: received?.id ?? "" });
    expect(kept).toContainEqual(["authorization", "••••"]);
    expect(body.text).toBe("plain");
  });

  test("says what is wrong with a signature", async () => {
    const { tenant, url, listed } = await withInbox();
    await tenant.request("POST", "/endpoints", { url });
    await post(url);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    await post(url, {
      headers: { "webhook-id": "evt_1", "webhook-timestamp": timestamp, "webhook-signature": "v1,AAAA" },
    });
    expect((await listed()).map(({ signature }) => signature)).toEqual(["wrong", "missing"]);
  });

  test("moves to a new URL with its endpoints; the old one is nobody's", async () => {
    const { tenant, url } = await withInbox();
    const { endpoint } = await deliver(tenant, `${url}?status=204`);
    const renewed = (await tenant.request("POST", "/inbox/renew")).body;
    expect(renewed.url).not.toBe(url);
    expect((await post(url)).status).toBe(404);
    expect((await tenant.request("GET", `/endpoints/${endpoint.id}`)).body.url).toBe(
      `${renewed.url}?status=204`,
    );
    expect((await tenant.request("DELETE", "/inbox/requests")).status).toBe(204);
    expect((await tenant.request("GET", "/inbox/requests")).body.data).toEqual([]);
  });

  test("keeps the newest 200 and 64 KiB of each, and refuses what no event can be", async () => {
    const { tenant, url, listed } = await withInbox();
    await pool().query(
      `INSERT INTO inbox_requests (id, tenant_id, method, path, headers, body, body_bytes, signature, answer_status, delay_seconds)
       SELECT id, $2, 'GET', '/', '[]', '', 0, 'unchecked', 200, 0 FROM unnest($1::uuid[]) AS id`,
      [Array.from({ length: 250 }, newId), tenant.tenantId],
    );
    await post(url, { body: "x".repeat(100_000) });
    const { rows } = await pool().query(
      "SELECT count(*)::int AS count, max(length(body)) AS bytes FROM inbox_requests WHERE tenant_id = $1",
      [tenant.tenantId],
    );
    expect(rows[0]).toEqual({ count: 201, bytes: 65_536 });
    expect((await listed())[0]).toMatchObject({ bodyBytes: 100_000 });
    expect((await post(url, { body: "x".repeat(env().maxEventBytes + 70_000) })).status).toBe(413);
  });

  test("refuses more than its share, and more delayed answers than a process may hold", async () => {
    const { url } = await withInbox();
    const answers = await Promise.all(Array.from({ length: 130 }, () => post(url)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(100);
    const slow = await withInbox();
    const hangUp = new AbortController();
    const held = Array.from({ length: 40 }, () => post(`${slow.url}?delay=20`, { signal: hangUp.signal }));
    await waitFor("forty to be held", async () => (await slow.listed()).length === 40);
    expect((await post(`${slow.url}?delay=20`)).status).toBe(503);
    hangUp.abort();
    await Promise.all(held);
    expect((await post(`${slow.url}?delay=1`)).status).toBe(200);
  });
});

test("a sender that hangs up half-way leaves nothing behind", async () => {
  const { url, listed } = await withInbox();
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("hung up")) });
  expect((await post(url, { body, duplex: "half" } as RequestInit)).status).toBe(503);
  expect(await listed()).toEqual([]);
});

test("a token that nobody has is 404", async () => {
  const { url } = await withInbox();
  for (const token of ["in_aaaaaaaaaaaaaaaaaaaaaaaaaa", "", "x".repeat(5_000)])
    expect((await post(url.replace(/in_\w+$/, token))).status).toBe(404);
});
