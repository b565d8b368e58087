import { cache } from "react";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { getEndpoint } from "#lib/endpoints/get.ts";
import { AppError } from "#lib/errors.ts";
import { pageContext } from "../../page-context.ts";

/** The endpoint of the page, once per request; undefined when there is none in this tenant. */
export const loadEndpoint = cache(async (slug: string, id: string) => {
  const { ctx, tenant } = await pageContext(slug);
  const endpoint = await getEndpoint(ctx, { id }).catch(ignoreMissing);
  return endpoint && { tenant, endpoint };
});

function ignoreMissing(error: unknown): Endpoint | undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}
