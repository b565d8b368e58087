import type { Transaction } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import type { SeededEndpoint } from "./build-history.ts";
import type { DemoTenant } from "./demo-people.ts";
import { idAt } from "./id-at.ts";

type Entry = {
  daysAgo: number;
  /** Somebody's e-mail address, or Posthorn itself. */
  by: string | null;
  action: string;
  target: { kind: string; id: string; label: string };
  details?: Record<string, string | string[]>;
};

type Setting = { tenant: DemoTenant; endpoints: readonly SeededEndpoint[]; now: Date };

/** Writes who did what in the demo's past; only once, since nobody edits or deletes entries. */
export async function writeAuditTrail(tx: Transaction, { tenant, endpoints, now }: Setting): Promise<void> {
  await tx.auditEntry.createMany({
    data: entriesOf(endpoints).map(({ daysAgo, by, action, target, details = {} }) => {
      const createdAt = new Date(now.getTime() - daysAgo * 86_400_000);
      return {
        id: idAt(createdAt),
        tenantId: tenant.id,
        actorKind: by === null ? "system" : "user",
        actorId: by === null ? null : (tenant.userIds.get(by) ?? null),
        actorLabel: by ?? "Posthorn",
        action,
        targetKind: target.kind,
        targetId: target.id,
        targetLabel: target.label,
        details,
        ipAddress: by === null ? null : "198.51.100.17",
        createdAt,
      };
    }),
  });
}

const developer = "developer@posthorn.local";
const admin = "admin@posthorn.local";
const support = "support@posthorn.local";

function entriesOf(endpoints: readonly SeededEndpoint[]): Entry[] {
  const targetAt = (host: string) => {
    const endpoint = endpoints.find(({ url }) => url.includes(host));
    return {
      kind: "endpoint",
      id: endpoint ? toPublicId("endpoint", endpoint.id) : "",
      label: endpoint?.url ?? host,
    };
  };
  const created = endpoints.map((endpoint) => ({
    daysAgo: (Date.now() - endpoint.createdAt.getTime()) / 86_400_000,
    by: developer,
    action: "endpoint.created",
    target: targetAt(endpoint.url),
  }));
  const viewer = { kind: "member", id: "viewer@posthorn.local", label: "viewer@posthorn.local" };
  return [
    ...created,
    {
      daysAgo: 30,
      by: admin,
      action: "member.role_changed",
      target: viewer,
      details: { from: "support", to: "viewer" },
    },
    {
      daysAgo: 18,
      by: developer,
      action: "secret.rotated",
      target: targetAt("api.harborpine"),
      details: { overlap: "24 h" },
    },
    { daysAgo: 12, by: developer, action: "secret.revealed", target: targetAt("lumencycle") },
    {
      daysAgo: 9,
      by: null,
      action: "endpoint.disabled",
      target: targetAt("legacy.marigold"),
      details: { reason: "gone" },
    },
    {
      daysAgo: 1.2,
      by: support,
      action: "endpoint.updated",
      target: targetAt("crm.northwind"),
      details: { changed: ["headers"] },
    },
    {
      daysAgo: 0.21,
      by: developer,
      action: "endpoint.updated",
      target: targetAt("play.osprey"),
      details: { changed: ["paused"] },
    },
  ];
}
