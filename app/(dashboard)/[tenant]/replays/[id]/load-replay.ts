import { cache } from "react";
import type { ReplayDetail } from "#lib/contracts/replays.ts";
import { AppError } from "#lib/errors.ts";
import { getReplay } from "#lib/replays/get.ts";
import { pageContext } from "../../page-context.ts";

/** The replay of the page, once per request; undefined when there is none in this tenant. */
export const loadReplay = cache(async (slug: string, id: string) => {
  const { ctx, tenant } = await pageContext(slug);
  const replay = await getReplay(ctx, { id }).catch(ignoreMissing);
  return replay && { tenant, replay };
});

function ignoreMissing(error: unknown): ReplayDetail | undefined {
  if (error instanceof AppError && error.code === "not_found") return undefined;
  throw error;
}
