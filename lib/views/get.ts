import type { Context } from "../context.ts";
import type { SavedView } from "../contracts/views.ts";
import { findView } from "./find.ts";
import { toView } from "./to-view.ts";

/** A view by its public id. Throws 404, also for one that somebody else keeps for themselves. */
export async function getView(ctx: Context, { id }: { id: string }): Promise<SavedView> {
  return toView(ctx, await findView(ctx, id));
}
