import { type Context, databaseOf } from "../context.ts";
import type { Application } from "../contracts/applications.ts";
import { resolveApplication } from "./resolve.ts";
import { applicationIncludes, toApplication } from "./to-application.ts";

/** Reads an application by id or uid. Throws 404. */
export async function getApplication(
  ctx: Context,
  { application }: { application: string },
): Promise<Application> {
  const { id } = await resolveApplication(ctx, application);
  const row = await databaseOf(ctx).application.findUniqueOrThrow({
    where: { id, tenantId: ctx.tenantId },
    include: applicationIncludes,
  });
  return toApplication(row);
}
