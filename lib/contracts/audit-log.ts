import { z } from "zod";
import { listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const auditEntry = z
  .object({
    id: id("auditEntry"),
    actor: z.object({
      kind: z.enum(["user", "apiKey", "portal", "system"]),
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

const auditFilter = z.strictObject({
  action: z.string().max(64).optional().meta({ description: "An action, or a prefix such as endpoint." }),
  actor: z
    .string()
    .max(64)
    .optional()
    .meta({ description: "Id of a member or an API key, or system for what nobody known did." }),
  target: z.string().max(200).optional().meta({ description: "Id of what it was done to." }),
  since: timestamp.optional(),
  until: timestamp.optional(),
  q: z.string().max(200).optional().meta({ description: "Part of an actor's or a target's label." }),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const listAuditLog = operation({
  id: "listAuditLog",
  method: "get",
  path: "/audit-log",
  tag: "Audit log",
  summary: "List who did what",
  access: "audit:read",
  query: listQuery.extend(auditFilter.shape),
  answer: { status: 200, schema: page(auditEntry) },
});

export const mostExportedEntries = 50_000;

export const exportAuditLog = operation({
  id: "exportAuditLog",
  method: "get",
  path: "/audit-log/export",
  tag: "Audit log",
  summary: "Export who did what",
  description:
    "Sends the entries that a filter finds as one file, newest first. It holds at most 50,000; `Posthorn-Truncated: true` says that there are more. In CSV, a text that a spreadsheet would take for a formula begins with an apostrophe. The export itself is noted.",
  access: "audit:read",
  query: auditFilter.extend({ format: z.enum(["json", "csv"]).default("json") }),
  answer: { status: 200, schema: z.object({ data: z.array(auditEntry) }), file: "text/csv" },
});
