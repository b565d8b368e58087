import { exportAuditLog as exportEntries } from "../../audit/export.ts";
import { listAuditEntries } from "../../audit/list.ts";
import { exportAuditLog, listAuditLog } from "../../contracts/audit-log.ts";
import * as emails from "../../contracts/emails.ts";
import * as account from "../../contracts/me.ts";
import { getEmail } from "../../emails/get.ts";
import { listEmails } from "../../emails/list.ts";
import { describeMe } from "../../tenants/describe-me.ts";
import { updateTenant } from "../../tenants/update.ts";
import { fileRoute, type Route, route } from "../route.ts";

export const accountRoutes: Route[] = [
  route(account.getMe, (ctx) => describeMe(ctx)),
  route(account.updateTenant, (ctx, { body }) => updateTenant(ctx, body)),
  route(listAuditLog, (ctx, { query }) => listAuditEntries(ctx, query)),
  fileRoute(exportAuditLog, (ctx, { query }) => exportEntries(ctx, query)),
  route(emails.listEmails, (ctx, { query }) => listEmails(ctx, query)),
  route(emails.getEmail, (ctx, { params }) => getEmail(ctx, params)),
];
