import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listAuditLog } from "../contracts/audit-log.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { resolveWindow, type Windowed } from "./window.ts";

export type AuditFilter = Windowed<Partial<Input<typeof listAuditLog>["query"]>>;

export function auditLogQuery(tenantId: string, filter: AuditFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "audit-log", "list", filter),
    queryFn: ({ signal }) => callApi(listAuditLog, { query: resolveWindow(filter), tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}
