import { newKeyText } from "#lib/api-keys/key-text.ts";
import type { Transaction } from "#lib/db.ts";
import { newSecret } from "#lib/delivery/sign.ts";
import { sealHeaders } from "#lib/endpoints/sealed-headers.ts";
import { insertSecret } from "#lib/endpoints/secrets.ts";
import { insertSubscriptions } from "#lib/endpoints/subscriptions.ts";
import { hashToken } from "#lib/vault.ts";
import { demoApplications } from "./applications.ts";
import type { SeededEndpoint } from "./build-history.ts";
import type { DemoEndpoint } from "./endpoints.ts";
import { eventCatalogue } from "./event-catalogue.ts";
import { idAt } from "./id-at.ts";
import { createRandom } from "./random.ts";

type Setting = { tenantId: string; begunAt: Date };

/** Makes the applications that are missing; answers the UUIDs of all by uid. */
export async function prepareApplications(
  tx: Transaction,
  { tenantId, begunAt }: Setting,
): Promise<Map<string, string>> {
  const known = await tx.application.findMany({ where: { tenantId, deletedAt: null } });
  const ids = new Map(known.map((application) => [application.uid, application.id]));
  for (const { uid, name } of demoApplications) {
    if (ids.has(uid)) continue;
    const id = idAt(begunAt);
    await tx.application.create({
      data: { id, tenantId, uid, name, createdAt: begunAt, updatedAt: begunAt },
    });
    ids.set(uid, id);
  }
  return ids;
}

/** Fills the catalogue with the event types that are missing. */
export async function prepareEventTypes(tx: Transaction, { tenantId, begunAt }: Setting): Promise<void> {
  await tx.eventType.createMany({
    data: eventCatalogue.map(({ name, description, schema, make }) => ({
      tenantId,
      name,
      description,
      schema: { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema } as object,
      example: make(createRandom(7), begunAt) as object,
      createdAt: begunAt,
      updatedAt: begunAt,
    })),
    skipDuplicates: true,
  });
}

type Placing = Setting & { applications: ReadonlyMap<string, string>; endpoint: DemoEndpoint };

/** Finds an endpoint of the demo by its URL, or makes it with its secret and subscriptions. */
export async function prepareEndpoint(tx: Transaction, placing: Placing): Promise<SeededEndpoint> {
  const { tenantId, applications, endpoint } = placing;
  const { application, behaves, pausedAt, headers, ...columns } = endpoint;
  const known = await tx.endpoint.findFirst({ where: { tenantId, url: endpoint.url, deletedAt: null } });
  if (known) return { ...endpoint, id: known.id, createdAt: known.createdAt };
  const id = idAt(endpoint.createdAt);
  const applicationId = applications.get(application) ?? "";
  await tx.endpoint.create({
    data: {
      ...columns,
      id,
      tenantId,
      applicationId,
      headersSealed: sealHeaders(headers, { tenantId, id }),
      updatedAt: endpoint.createdAt,
      health: { create: {} },
    },
  });
  const ctx = { tenantId, actor: { kind: "system", id: null, label: "seed" } } as const;
  await insertSecret(ctx, tx, { endpointId: id, secret: newSecret() });
  await insertSubscriptions(tx, { id, applicationId }, endpoint.eventTypes);
  return { ...endpoint, id };
}

/** Lists a few API keys; nobody knows their secrets. */
export async function prepareApiKeys(tx: Transaction, { tenantId, begunAt }: Setting): Promise<void> {
  const keys = [
    { name: "Billing backend", scopes: ["events:write"], lastUsedAt: new Date() },
    { name: "Grafana", scopes: ["read"], lastUsedAt: new Date(Date.now() - 3 * 3_600_000) },
    {
      name: "Old importer",
      scopes: ["events:write", "read"],
      revokedAt: new Date(begunAt.getTime() + 20 * 86_400_000),
    },
  ];
  for (const key of keys) {
    if (await tx.apiKey.findFirst({ where: { tenantId, name: key.name } })) continue;
    const { prefix, secret } = newKeyText();
    const createdBy = "developer@posthorn.local";
    await tx.apiKey.create({
      data: {
        ...key,
        id: idAt(begunAt),
        tenantId,
        prefix,
        secretHash: hashToken(secret),
        createdBy,
        createdAt: begunAt,
      },
    });
  }
}
