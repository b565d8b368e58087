import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabases, prisma } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { type ForwardProxy, type Handling, startForwardProxy } from "#test/support/forward-proxy.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import {
  attemptsOf,
  deliveriesOf,
  insertEndpoint,
  insertTenant,
  type TenantRows,
} from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";

let proxy: ForwardProxy;
let worker: RunningWorker;
let receiver: Receiver;
let tenant: TenantRows;

beforeAll(async () => {
  proxy = await startForwardProxy();
  process.env.POSTHORN_EGRESS_PROXY = `http://operator:pr0xy-secret@127.0.0.1:${proxy.port}`;
  receiver = await createReceiver();
  worker = await runWorker();
});

beforeEach(async () => {
  tenant = await insertTenant();
  proxy.handle(() => "tunnel");
});

afterAll(async () => {
  await worker.stop();
  await Promise.all([proxy.close(), receiver.close(), closeDatabases()]);
});

function post() {
  return acceptEvent(tenant.ctx, { body: { type: "a.b", data: {} }, text: '{"type":"a.b","data":{}}' });
}

function deliveriesOnce(description: string, isReached: (found: Deliveries) => boolean) {
  return waitFor(description, async () => {
    const found = await deliveriesOf(tenant);
    return isReached(found) && found;
  });
}
type Deliveries = Awaited<ReturnType<typeof deliveriesOf>>;

const isDelivered = ({ status }: Deliveries[number]) => status === "delivered";

describe("the operator's proxy", () => {
  test("carries the deliveries", async () => {
    await insertEndpoint(tenant, { url: receiver.url });
    const before = proxy.asked.length;
    await post();
    await deliveriesOnce("a delivery", (found) => found.length === 1 && found.every(isDelivered));
    expect(proxy.asked.length).toBe(before + 1);
  });

  test("does not charge its faults to the endpoints, which get their webhooks once it is well", async () => {
    const faults: Handling[] = ["HTTP/1.1 503 Busy", "HTTP/1.1 407 Who are you", "reset", "hang"];
    await using receivers = await createReceivers(faults.length);
    for (const { url } of receivers.all)
      await insertEndpoint(tenant, { url, retrySchedule: [1], timeoutSeconds: 1 });
    const handlings = new Map(receivers.all.map(({ url }, index) => [new URL(url).host, faults[index]]));
    proxy.handle((_, target) => handlings.get(target) ?? "tunnel");
    await post();
    const failed = await deliveriesOnce("failed attempts", (found) =>
      found.every(({ status }) => status === "retrying"),
    );
    for (const delivery of failed)
      expect(delivery).toMatchObject({ last_error_kind: "proxy", schedule_attempts: 0 });
    proxy.handle(() => "tunnel");
    const delivered = await deliveriesOnce("the deliveries", (found) => found.every(isDelivered));
    for (const delivery of delivered) {
      expect(delivery.schedule_attempts).toBe(1);
      const attempts = await attemptsOf(delivery.id);
      expect(attempts.map(({ error_kind }) => error_kind)).toEqual(["proxy", null]);
      expect(JSON.stringify(attempts)).not.toMatch(/pr0xy|operator|CONNECT/);
    }
    expect(receivers.all.map(({ requests }) => requests.length)).toEqual([1, 1, 1, 1]);
    const healths = await prisma().endpointHealth.findMany({
      where: { endpoint: { tenantId: tenant.tenantId } },
    });
    expect(healths).toHaveLength(4);
    for (const health of healths)
      expect(health).toMatchObject({
        failingSince: null,
        lastFailure: null,
        windowFailed: 0,
        openUntil: null,
      });
  });

  test("being down costs a few probes and not an attempt of everything that waits", async () => {
    await insertEndpoint(tenant, { url: receiver.url });
    const { port } = proxy;
    await proxy.close();
    await post();
    await deliveriesOnce("a failed attempt", ([first]) => first?.last_error_kind === "proxy");
    await Promise.all(Array.from({ length: 50 }, () => post()));
    await deliveriesOnce("a failed probe", (found) => attemptsIn(found) >= 2);
    const waiting = await deliveriesOf(tenant);
    expect(attemptsIn(waiting)).toBeLessThan(6);
    proxy = await startForwardProxy({ port });
    const found = await deliveriesOnce("all to be delivered", (all) => all.every(isDelivered));
    expect(found).toHaveLength(51);
    expect(attemptsIn(found)).toBeLessThan(51 + 8);
  });
});

function attemptsIn(found: Deliveries): number {
  return found.reduce((sum, { attempt_count }) => sum + attempt_count, 0);
}

async function createReceivers(count: number) {
  const all = await Promise.all(Array.from({ length: count }, () => createReceiver()));
  const close = async () => void (await Promise.all(all.map((one) => one.close())));
  return { all, [Symbol.asyncDispose]: close };
}
