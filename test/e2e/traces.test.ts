import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { startApp } from "#test/support/app-server.ts";
import { Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { createTraceCollector, type TraceCollector } from "#test/support/trace-collector.ts";
import { waitFor } from "#test/support/wait-for.ts";

let tenant: TestTenant;
let receiver: Receiver;
let collector: TraceCollector;

beforeAll(async () => {
  tenant = await createTenantForTest();
  receiver = await createReceiver();
  collector = await createTraceCollector();
});
afterAll(async () => {
  await receiver.close();
  await collector[Symbol.asyncDispose]();
  await closeDatabases();
});

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const producerSpanId = "00f067aa0ba902b7";
const unsampledTraceId = "7ae1b0c2d3e4f5061728394a5b6c7d8e";

test("one trace leads from the producer over the accept to every attempt, and is sent before a graceful stop ends", async () => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: "600000",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
    LOG_LEVEL: "debug",
  };
  const app = await startApp({ env });
  const producer = new Producer(app.url, await tenant.apiKey());
  const settings = { url: `${receiver.url}?token=s3cret`, retrySchedule: [1] };
  const { body: endpoint } = await producer.call("POST", "/endpoints", settings);
  receiver.answerNext({ status: 503 });
  const event = { type: "order.paid", data: { n: 1 } };
  const post = (traceparent: string) => producer.call("POST", "/events", event, { traceparent });
  const { body: accepted } = await post(`00-${traceId}-${producerSpanId}-01`);
  await receiver.waitFor(2);
  await post(`00-${unsampledTraceId}-${producerSpanId}-00`);
  await receiver.waitFor(3);
  await waitFor("all to be settled", async () => {
    const { body } = await producer.call<{ data: unknown[] }>("GET", "/deliveries?status=delivered");
    return body.data.length === 2;
  });
  await app.stop();

  const spans = collector.spans.filter((span) => span.traceId === traceId);
  const server = spans.find(({ kind }) => kind === "server");
  expect(server).toMatchObject({
    service: "posthorn-web",
    name: "POST /api/v1/events",
    parentSpanId: producerSpanId,
    attributes: { "http.route": "/api/v1/events", "http.response.status_code": 202 },
  });
  expect(spans.find(({ name }) => name === "flush")).toMatchObject({
    parentSpanId: server?.spanId,
    attributes: { "messaging.batch.message_count": 1 },
  });
  const attempts = spans.filter(({ kind }) => kind === "client");
  expect(attempts).toMatchObject([
    {
      service: "posthorn-worker",
      name: "POST",
      parentSpanId: server?.spanId,
      isError: true,
      events: expect.arrayContaining(["connected"]),
      attributes: {
        "error.type": "503",
        "http.response.status_code": 503,
        "server.address": "127.0.0.1",
        "messaging.message.id": accepted.id,
        "posthorn.endpoint.id": endpoint.id,
      },
    },
    {
      parentSpanId: server?.spanId,
      isError: false,
      attributes: { "http.request.resend_count": 1, "http.response.status_code": 200 },
    },
  ]);
  expect(spans).toHaveLength(4);
  expect(collector.spans.some((span) => span.traceId === unsampledTraceId)).toBe(false);
  expect(JSON.stringify(collector.spans)).not.toContain("s3cret");
  expect(receiver.requests.flatMap(({ headers }) => headers.traceparent ?? [])).toEqual([]);
  const logged = app.web.lines.find((line) => line.includes(`"trace_id":"${traceId}"`));
  expect(JSON.parse(logged ?? "{}")).toMatchObject({ msg: "request", path: "/api/v1/events", status: 202 });
});
