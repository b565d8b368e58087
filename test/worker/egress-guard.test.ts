import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases, pool } from "#lib/db.ts";
import { testEndpoint } from "#lib/endpoints/test.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { toPublicId } from "#lib/ids.ts";
import { blockedUrls, tooLongUrls, unreadableHosts } from "#test/support/blocked-urls.ts";
import { startDnsServer } from "#test/support/dns-server.ts";
import { pointResolvers } from "#test/support/point-resolvers.ts";
import { deliveriesOf, insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";

process.env.POSTHORN_EGRESS_ALLOW = "";

// As they would stand in the table had they been stored before the policy, or the name's addresses, changed.
const named = ["https://private.example.com/hook", "https://mixed.example.com/hook"];
const urls = [...blockedUrls, ...tooLongUrls, ...unreadableHosts.map((host) => `https://${host}/`), ...named];
const resources: AsyncDisposableStack = new AsyncDisposableStack();
let worker: RunningWorker;
let tenant: TenantRows;
let endpointIds: string[];

beforeAll(async () => {
  const dns = resources.use(
    await startDnsServer({
      "private.example.com": { addresses: ["10.0.0.1"] },
      "mixed.example.com": { addresses: ["93.184.215.14", "fd00::1"] },
    }),
  );
  resources.use(pointResolvers(dns.port));
  worker = await runWorker();
  tenant = await insertTenant();
  const endpoints = await Promise.all(
    urls.map((url) => insertEndpoint(tenant, { url, retrySchedule: [86_400] })),
  );
  endpointIds = endpoints.map(({ id }) => id);
});

afterAll(async () => {
  await worker.stop();
  await resources.disposeAsync();
  await closeDatabases();
});

/** All that the attempts of the tenant tell, the duration and what names the attempt itself aside. */
async function toldByAttempts(count: number) {
  await waitFor("every attempt to be over", async () => {
    const all = await deliveriesOf(tenant);
    return all.length === count && all.every(({ status }) => status === "retrying");
  });
  const { rows } = await pool().query(
    `SELECT count(*)::int AS count, number, error_kind, error_message, remote_address, response_status, response_headers::text,
            response_body, dns_ms, connect_ms, tls_ms, first_byte_ms
       FROM attempts WHERE tenant_id = $1 GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`,
    [tenant.tenantId],
  );
  return rows;
}

const told = {
  number: 1,
  error_kind: "blocked",
  error_message: "Blocked by egress policy",
  remote_address: null,
  response_status: null,
  response_headers: null,
  response_body: null,
  dns_ms: null,
  connect_ms: null,
  tls_ms: null,
  first_byte_ms: null,
};

test("a delivery to a blocked URL is not sent, and its attempt tells nothing but that", async () => {
  await acceptEvent(tenant.ctx, { body: { type: "a.b", data: {} }, text: '{"type":"a.b","data":{}}' });
  expect(await toldByAttempts(urls.length)).toEqual([{ ...told, count: urls.length }]);
});

test("nor is a test event", async () => {
  for (const id of endpointIds) await testEndpoint(tenant.ctx, { endpointId: toPublicId("endpoint", id) });
  expect(await toldByAttempts(urls.length * 2)).toEqual([{ ...told, count: urls.length * 2 }]);
});
