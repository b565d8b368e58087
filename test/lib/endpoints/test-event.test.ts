import { afterAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

afterAll(async () => {
  await stopBoss();
  await closeDatabases();
});

/** What the event of a test send holds. */
async function dataOf(body: string, example?: object): Promise<string> {
  const { request } = await createTenantForTest();
  if (example) await request("POST", "/event-types", { name: "invoice.paid", example });
  const endpoint = (await request("POST", "/endpoints", { url: "http://127.0.0.1:9/" })).body;
  const sent = await request("POST", `/endpoints/${endpoint.id}/test`, body);
  expect(sent.status).toBe(202);
  const { eventId } = sent.body as unknown as { eventId: string };
  return ((await request("GET", `/events/${eventId}`)).body as unknown as { data: string }).data;
}

describe("the data of a test event", () => {
  test("is delivered as it was written: long integers, 1.0 and repeated names", async () => {
    const data = '{ "n": 12345678901234567890, "b": 1.0, "b": 2, "e": "\\u00e9 🎺" }';
    expect(await dataOf(`{"eventType":"invoice.paid", "data" : ${data} }`)).toBe(data);
  });

  test("is the example of its type where none is given", async () => {
    expect(JSON.parse(await dataOf('{"eventType":"invoice.paid"}', { amount: 7 }))).toEqual({ amount: 7 });
  });

  test("is a plain message where its type has no example", async () => {
    expect(JSON.parse(await dataOf("{}"))).toHaveProperty("message");
  });
});
