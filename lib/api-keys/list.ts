import { type Context, databaseOf } from "../context.ts";
import type { ApiKey } from "../contracts/api-keys.ts";
import { newestFirst, type Page, type PageRequest, readPage } from "../keyset.ts";
import { toApiKey } from "./to-api-key.ts";

/** Lists the API keys that are not revoked, newest first. */
export async function listApiKeys(ctx: Context, query: PageRequest): Promise<Page<ApiKey>> {
  const page = await readPage(ctx.tenantId, query, {
    list: "api-keys",
    read: (slice) => {
      const { where, ...order } = newestFirst(slice);
      return databaseOf(ctx).apiKey.findMany({
        where: { tenantId: ctx.tenantId, revokedAt: null, ...where },
        ...order,
      });
    },
    keyOf: (row) => row.id,
  });
  return { ...page, data: page.data.map(toApiKey) };
}
