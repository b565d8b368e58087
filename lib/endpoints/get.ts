import type { Context } from "../context.ts";
import type { Endpoint } from "../contracts/endpoints.ts";
import { findEndpoint } from "./find.ts";
import { toEndpoint } from "./to-endpoint.ts";

/** Reads an endpoint. Throws 404, also for a deleted one. */
export async function getEndpoint(ctx: Context, { id }: { id: string }): Promise<Endpoint> {
  return toEndpoint(await findEndpoint(ctx, id));
}
