import { cache } from "react";
import { getApplication } from "#lib/applications/get.ts";
import type { Application } from "#lib/contracts/applications.ts";
import { AppError } from "#lib/errors.ts";
import { pageContext } from "../../page-context.ts";

/** The application of the page, once per request; undefined when there is none in this tenant. */
export const loadApplication = cache(async (slug: string, idOrUid: string) => {
  const { ctx, tenant } = await pageContext(slug);
  const application = await getApplication(ctx, { application: idOrUid }).catch(ignoreMissing);
  return application && { tenant, application };
});

function ignoreMissing(error: unknown): Application | undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}
