import { resolveApplication } from "../applications/resolve.ts";
import { type Context, databaseOf } from "../context.ts";
import type { PortalSession } from "../contracts/portal.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { type PortalSessionRow, toPortalSession } from "./to-portal-session.ts";

/** A page of an application's portal links with what became of them, newest first. Throws 404 for no such application. */
export async function listPortalSessions(
  ctx: Context,
  { application, ...request }: PageRequest & { application: string },
): Promise<Page<PortalSession>> {
  const { tenantId } = ctx;
  const { id: applicationId } = await resolveApplication(ctx, application);
  const page = await readPage<PortalSessionRow>(tenantId, request, {
    list: `portal-sessions:${applicationId}`,
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).portalSession.findMany({
        where: { tenantId, applicationId, ...where },
        ...order,
      });
    },
  });
  return { ...page, data: page.data.map(toPortalSession) };
}
