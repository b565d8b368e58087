import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, startApp } from "#test/support/app-server.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { waitFor } from "#test/support/wait-for.ts";

type Endpoint = { id: string; secret: string };
type Delivery = { id: string; status: string };

let app: App;
let producer: Producer;
let receiver: Receiver;
let tenantId: string;

beforeAll(async () => {
  app = await startApp();
  const first = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""));
  producer = new Producer(app.url, first.apiKey);
  tenantId = first.tenantId;
  receiver = await createReceiver();
});

afterAll(async () => {
  await receiver.close();
  await app.stop();
});

async function createEndpoint(settings: Record<string, unknown> = {}): Promise<Endpoint> {
  const created = await producer.call<Endpoint>("POST", "/endpoints", { url: receiver.url, ...settings });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  return created.body;
}

function deliveriesOf(endpoint: Endpoint, status: string) {
  return waitFor(`a ${status} delivery`, async () => {
    const { body } = await producer.call<{ data: Delivery[] }>(
      "GET",
      `/deliveries?endpoint=${endpoint.id}&status=${status}`,
    );
    return body.data.length > 0 && body.data;
  });
}

describe("the main job, on real processes", () => {
  test("bootstrap is safe to run again and finds the same tenant", async () => {
    const again = await bootstrap(testSettings(process.env.DATABASE_URL ?? ""));
    expect(again.tenantId).toBe(tenantId);
    expect(again.apiKey).toMatch(/^phk_/);
    producer = new Producer(app.url, again.apiKey);
  });

  test("an event posted with a key arrives signed, in well under a second, its data byte for byte", async () => {
    const endpoint = await createEndpoint({ eventTypes: ["order.*"] });
    const sentAt = Date.now();
    const posted = await producer.call<{ id: string }>(
      "POST",
      "/events",
      '{"type":"order.paid","data":{"b":1.0,"n":12345678901234567890}}',
    );
    expect(posted.status).toBe(202);
    const request = await receiver.next();
    expect(request.at.getTime() - sentAt).toBeLessThan(1_000);
    expect(request.id).toBe(posted.body.id);
    expect(() => new Webhook(endpoint.secret).verify(request.body.toString(), request.headers)).not.toThrow();
    expect(request.body.toString()).toContain('"data":{"b":1.0,"n":12345678901234567890}}');
    await deliveriesOf(endpoint, "delivered");
    await producer.call("DELETE", `/endpoints/${endpoint.id}`);
  });

  test("a failing receiver is retried, and a resend by hand delivers", async () => {
    receiver.answerAll(() => ({ status: 503 }));
    const endpoint = await createEndpoint({ eventTypes: ["refund.*"], retrySchedule: [3_600] });
    await producer.call("POST", "/events", { type: "refund.made", data: { amount: 5 } });
    const [retrying] = await deliveriesOf(endpoint, "retrying");
    receiver.answerAll(() => ({}));
    expect((await producer.call("POST", `/deliveries/${retrying?.id}/retry`)).status).toBe(202);
    const [delivered] = await deliveriesOf(endpoint, "delivered");
    expect(delivered?.id).toBe(retrying?.id);
    const { body } = await producer.call<{ attempts: { number: number; responseStatus: number }[] }>(
      "GET",
      `/deliveries/${retrying?.id}`,
    );
    expect(body.attempts.map((attempt) => [attempt.number, attempt.responseStatus])).toEqual([
      [1, 503],
      [2, 200],
    ]);
    await producer.call("DELETE", `/endpoints/${endpoint.id}`);
  });

  test("a rotated secret signs beside the old one until the overlap ends", async () => {
    const endpoint = await createEndpoint({ eventTypes: ["rotate.*"] });
    const rotated = await producer.call<{ secret: string }>(
      "POST",
      `/endpoints/${endpoint.id}/secret/rotate`,
      { overlapSeconds: 3_600 },
    );
    expect(rotated.body.secret).not.toBe(endpoint.secret);
    const seen = receiver.requests.length;
    await producer.call("POST", "/events", { type: "rotate.now", data: {} });
    const request = (await receiver.waitFor(seen + 1)).at(-1);
    for (const secret of [endpoint.secret, rotated.body.secret]) {
      expect(() =>
        new Webhook(secret).verify(request?.body.toString() ?? "", request?.headers ?? {}),
      ).not.toThrow();
    }
    await producer.call("DELETE", `/endpoints/${endpoint.id}`);
  });
});
