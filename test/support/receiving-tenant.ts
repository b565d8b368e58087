import type { BrowserContextOptions } from "playwright-core";
import type { AppScene } from "./app-scene.ts";
import type { Visit } from "./browser.ts";
import { bootstrap, Producer } from "./producer.ts";
import type { Receiver } from "./receiver.ts";
import { testSettings } from "./settings.ts";
import { waitFor } from "./wait-for.ts";

export type ReceivingTenant = { name: string; producer: Producer; secret: string };
export type DeliveryDetail = { id: string; status: string; attempts: { id: string }[] };

const email = (name: string) => `ada@${name}.example`;

/** A tenant of its own with an endpoint for everything at the receiver, which retries only after an hour. */
export async function receivingTenant(
  { url, receiver }: AppScene,
  name: string,
  endpoint: { headers?: Record<string, string> } = {},
): Promise<ReceivingTenant> {
  const settings = testSettings(process.env.DATABASE_URL ?? "");
  const { apiKey } = await bootstrap(settings, { email: email(name), tenant: name });
  const producer = new Producer(url, apiKey);
  const body = { url: `${receiver.url}/${name}`, retrySchedule: [3_600], ...endpoint };
  const created = await producer.call<{ secret: string }>("POST", "/endpoints", body);
  return { name, producer, secret: created.body.secret };
}

/** Posts an event and answers with its delivery once the first attempt of it is over. */
export async function attempted(
  { producer }: ReceivingTenant,
  event: object | string,
): Promise<DeliveryDetail> {
  const posted = await producer.call<{ id: string }>("POST", "/events", event);
  return waitFor("the attempt", async () => {
    const list = await producer.call<{ data: { id: string }[] }>(
      "GET",
      `/deliveries?event=${posted.body.id}`,
    );
    const [delivery] = list.body.data;
    if (!delivery) return undefined;
    const { body } = await producer.call<DeliveryDetail>("GET", `/deliveries/${delivery.id}`);
    return body.attempts.length > 0 && body.status !== "sending" ? body : undefined;
  });
}

export const down = {
  status: 503,
  headers: { "content-type": "application/json", "retry-after": "1", "x-version": "41" },
  body: JSON.stringify({ error: "down for maintenance", code: 17, region: "eu-1", node: "a" }),
};

export const up = {
  headers: { "content-type": "application/json", "x-version": "42" },
  body: JSON.stringify({ received: true, code: 17, region: "eu-1", node: "a" }),
};

/** A delivery that found the receiver down and arrived when it was sent again. */
export async function mended(tenant: ReceivingTenant, receiver: Receiver): Promise<DeliveryDetail> {
  receiver.answerAll(() => down);
  const { id } = await attempted(tenant, { type: "invoice.paid", data: { invoice: "in_1042" } });
  receiver.answerAll(() => up);
  await tenant.producer.call("POST", `/deliveries/${id}/retry`);
  return waitFor("the second attempt", async () => {
    const { body } = await tenant.producer.call<DeliveryDetail>("GET", `/deliveries/${id}`);
    return body.status === "delivered" ? body : undefined;
  });
}

/** The owner at the pages, who may read what they copied. */
export async function ownerOf(
  scene: AppScene,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const permissions = ["clipboard-read", "clipboard-write"];
  const visit = await scene.outsider({ permissions, ...options });
  await visit.page.request.post("/api/auth/sign-in", {
    data: { email: email(name), password: "correct horse battery" },
    headers: { origin: scene.url },
  });
  return visit;
}
