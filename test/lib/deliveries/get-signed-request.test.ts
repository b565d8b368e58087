import { Webhook } from "standardwebhooks";
import { afterAll, describe, expect, test } from "vitest";
import { signedRequest as signedRequestContract } from "#lib/contracts/signed-request.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { getSignedRequest } from "#lib/deliveries/get-signed-request.ts";
import { removeEndpoint } from "#lib/endpoints/remove.ts";
import { rotateEndpointSecret } from "#lib/endpoints/rotate-secret.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertAttempt, insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(closeDatabases);

const at = new Date(Date.now() - 2 * 86_400_000);
const data = '{"b":1.0,"n":12345678901234567890,"it\'s":"🎺\\n"}';

async function oldDelivery(endpoint: Parameters<typeof insertEndpoint>[1] = {}) {
  const tenant = await insertTenant();
  const { id: endpointId, secret } = await insertEndpoint(tenant, endpoint);
  const event = await insertEvent(tenant, { data, at });
  const { payloadFormat = "full" } = endpoint;
  const uuid = await insertDelivery(tenant, { event, endpointId, status: "failed", payloadFormat });
  return { tenant, endpointId, secret, event, id: toPublicId("delivery", uuid) };
}

function headersOf({ headers }: { headers: [string, string][] }): Record<string, string> {
  return Object.fromEntries(headers);
}

describe("a signed request", () => {
  test("is taken by a Standard Webhooks library, however old the delivery is, with its own webhook-id", async () => {
    const { tenant, secret, event, id } = await oldDelivery();
    const request = await getSignedRequest(tenant.ctx, { id });
    expect(signedRequestContract.parse(request)).toEqual(request);
    expect(request.body.text).toBe(
      `{"type":"invoice.paid","timestamp":"${at.toISOString()}","data":${data}}`,
    );
    expect(headersOf(request)["webhook-id"]).toBe(toPublicId("event", event.id));
    expect(() => new Webhook(secret).verify(request.body.text ?? "", headersOf(request))).not.toThrow();
  });

  test("says until when receivers take it: five minutes after its timestamp", async () => {
    const { tenant, id } = await oldDelivery();
    const request = await getSignedRequest(tenant.ctx, { id });
    const signedAtMs = Number(headersOf(request)["webhook-timestamp"]) * 1_000;
    expect(Date.parse(request.validUntil)).toBe(signedAtMs + 300_000);
  });

  test("holds the data alone where the endpoint takes the data alone", async () => {
    const { tenant, id } = await oldDelivery({ payloadFormat: "data" });
    expect((await getSignedRequest(tenant.ctx, { id })).body.text).toBe(data);
  });

  test("is signed under the old and the new secret while one is being rotated", async () => {
    const { tenant, endpointId, secret, id } = await oldDelivery();
    const endpoint = toPublicId("endpoint", endpointId);
    const rotated = await rotateEndpointSecret(tenant.ctx, { id: endpoint, overlapSeconds: 60 });
    const request = await getSignedRequest(tenant.ctx, { id });
    for (const valid of [secret, rotated.secret]) {
      expect(() => new Webhook(valid).verify(request.body.text ?? "", headersOf(request))).not.toThrow();
    }
  });

  test("holds no secret: neither the key nor the value of a custom header", async () => {
    const { tenant, secret, id } = await oldDelivery({ headers: { "X-Token": "s3cret-value" } });
    const request = await getSignedRequest(tenant.ctx, { id });
    expect(headersOf(request)["x-token"]).toBe("••••");
    expect(JSON.stringify(request)).not.toContain("s3cret-value");
    expect(JSON.stringify(request)).not.toContain(secret.slice("whsec_".length));
  });

  test("is noted in the audit log, and is no attempt", async () => {
    const { tenant, id } = await oldDelivery();
    await getSignedRequest(tenant.ctx, { id });
    const entries = await prisma().auditEntry.findMany({ where: { tenantId: tenant.tenantId } });
    expect(entries).toMatchObject([{ action: "delivery.signed", targetKind: "delivery", targetId: id }]);
    const { rowCount } = await pool().query("SELECT 1 FROM attempts WHERE tenant_id = $1", [tenant.tenantId]);
    expect(rowCount).toBe(0);
  });

  test.each(["paused", "disabled"] as const)(
    "is there for a %s endpoint, to try what was mended",
    async (state) => {
      const { tenant, id } = await oldDelivery({ state, url: "https://mended.example/hook" });
      expect((await getSignedRequest(tenant.ctx, { id })).url).toBe("https://mended.example/hook");
    },
  );
});

describe("nothing is signed, and nothing noted,", () => {
  test("for an endpoint that is deleted", async () => {
    const { tenant, endpointId, id } = await oldDelivery();
    await removeEndpoint(tenant.ctx, { id: toPublicId("endpoint", endpointId) });
    await expect(getSignedRequest(tenant.ctx, { id })).rejects.toMatchObject({
      code: "conflict",
      detail: "The endpoint is deleted, so nothing can be signed for it.",
    });
    expect(await signedEntries(tenant.tenantId)).toBe(0);
  });

  test("once the event is past its retention", async () => {
    const { tenant, event, id } = await oldDelivery();
    await pool().query("DELETE FROM events WHERE id = $1", [event.id]);
    await expect(getSignedRequest(tenant.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await signedEntries(tenant.tenantId)).toBe(0);
  });

  test("for another tenant's delivery, which is 404", async () => {
    const { tenant, id } = await oldDelivery();
    const other = await insertTenant();
    await expect(getSignedRequest(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await signedEntries(tenant.tenantId)).toBe(0);
  });

  test("for an id that is no delivery's", async () => {
    const { tenant, endpointId, event } = await oldDelivery();
    const uuid = await insertDelivery(tenant, { event, endpointId });
    const attempt = toPublicId("attempt", await insertAttempt(tenant, { deliveryId: uuid, endpointId }));
    await expect(getSignedRequest(tenant.ctx, { id: attempt })).rejects.toMatchObject({ code: "not_found" });
  });
});

function signedEntries(tenantId: string): Promise<number> {
  return prisma().auditEntry.count({ where: { tenantId, action: "delivery.signed" } });
}
