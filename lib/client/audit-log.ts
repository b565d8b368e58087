import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { exportAuditLog, listAuditLog } from "../contracts/audit-log.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { saveFile } from "./save-file.ts";
import { resolveWindow, type Windowed } from "./window.ts";

export type AuditFilter = Windowed<Partial<Input<typeof listAuditLog>["query"]>>;

export function auditLogQuery(tenantId: string, filter: AuditFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "audit-log", "list", filter),
    queryFn: ({ signal }) => callApi(listAuditLog, { query: resolveWindow(filter), tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Saves what a filter finds as a file, and answers whether there was more. */
export function saveAuditLog(tenantId: string, filter: AuditFilter, format: "csv" | "json") {
  const { limit: _, cursor: __, ...query } = resolveWindow(filter);
  return saveFile(exportAuditLog, { query: { ...query, format }, tenantId });
}
