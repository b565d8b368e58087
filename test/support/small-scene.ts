import type { BrowserContextOptions } from "playwright-core";
import type { Role } from "#lib/contracts/permissions.ts";
import { AppScene } from "./app-scene.ts";
import type { Visit } from "./browser.ts";
import { insertMember } from "./people.ts";
import { Producer } from "./producer.ts";
import type { Answering } from "./receiver.ts";
import { createTenantForTest, type TestTenant } from "./tenant.ts";
import { waitFor } from "./wait-for.ts";

/** A tenant with one endpoint at the receiver, and its producer. */
export type SmallTenant = Pick<TestTenant, "tenantId" | "slug"> & { producer: Producer; endpoint: string };

type VisitOptions = BrowserContextOptions & { role?: Role };

/** For tests of what one endpoint shows; its receiver answers 503 below `/down`. */
export class SmallScene extends AppScene {
  static override async open(): Promise<SmallScene> {
    return new SmallScene(await SmallScene.start({ answering: upOrDown }));
  }

  /** Its endpoint is at this path of the receiver; a second attempt is due in half an hour. */
  async openTenant(path = "up"): Promise<SmallTenant> {
    const { tenantId, slug, apiKey } = await createTenantForTest();
    const producer = new Producer(this.url, await apiKey());
    const settings = { url: `${this.receiver.url}/${path}`, retrySchedule: [1_800] };
    const { body } = await producer.call("POST", "/endpoints", settings);
    return { tenantId, slug, producer, endpoint: String(body.id) };
  }

  /** A browser of a new member. */
  async visit({ tenantId }: SmallTenant, { role = "owner", ...options }: VisitOptions = {}): Promise<Visit> {
    return this.visitAs(await insertMember(tenantId, role), options);
  }

  /** Posts so many events that the receiver refuses, waits until each waits for its retry, and mends the receiver. */
  async refuse(tenant: SmallTenant, count: number): Promise<void> {
    this.receiver.answerAll(() => ({ status: 500, body: "out of order" }));
    await postEvents(tenant, count);
    await waitFor("all to wait for their retry", async () => {
      const { body } = await tenant.producer.call<{ data: unknown[] }>("GET", "/deliveries?status=retrying");
      return body.data.length === count;
    });
    this.receiver.answerAll(upOrDown);
  }
}

const upOrDown: Answering = ({ path }) => ({ status: path.endsWith("/down") ? 503 : 200 });

export function postEvent({ producer }: SmallTenant, n = 0) {
  return producer.call("POST", "/events", { type: "invoice.paid", data: { n } });
}

/** The first is an `invoice.number_0`, the next an `invoice.number_1`, and so on. */
export async function postEvents({ producer }: SmallTenant, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await producer.call("POST", "/events", { type: `invoice.number_${n}`, data: { n } });
}
