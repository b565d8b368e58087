import { z } from "zod";
import { listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const auditEntry = z
  .object({
    id: id("auditEntry"),
    actor: z.object({
      kind: z.enum(["user", "apiKey", "system"]),
      id: z.string().nullable(),
      label: z.string(),
    }),
    action: z.string().meta({ examples: ["endpoint.created", "secret.rotated"] }),
    target: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
    details: z.record(z.string(), z.unknown()),
    ipAddress: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;

export const listAuditLog = operation({
  id: "listAuditLog",
  method: "get",
  path: "/audit-log",
  tag: "Audit log",
  summary: "List who did what",
  access: "audit:read",
  query: listQuery.extend({
    action: z.string().max(64).optional().meta({ description: "An action, or a prefix such as endpoint." }),
    since: timestamp.optional(),
    until: timestamp.optional(),
    q: z.string().max(200).optional().meta({ description: "Part of an actor's or a target's label." }),
  }),
  answer: { status: 200, schema: page(auditEntry) },
});
