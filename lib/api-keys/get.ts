import type { Context } from "../context.ts";
import type { ApiKey } from "../contracts/api-keys.ts";
import { findApiKey } from "./find.ts";
import { toApiKey } from "./to-api-key.ts";

/** Reads an API key without what lets in. Throws 404, also for a revoked one. */
export async function getApiKey(ctx: Context, { id }: { id: string }): Promise<ApiKey> {
  return toApiKey(await findApiKey(ctx, id));
}
