import type { Context } from "../context.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "./read-rows.ts";
import { sql } from "./sql.ts";

/**
 * The UUID of the application that a filter names by id or uid, also of one that is deleted by now; undefined when there is
 * none, so that the filter finds nothing.
 */
export async function findApplication(ctx: Context, reference: string): Promise<string | undefined> {
  const id = fromPublicId("application", reference);
  const named = id === undefined ? sql`uid = ${reference}` : sql`id = ${id}::uuid`;
  const [application] = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM applications WHERE tenant_id = ${ctx.tenantId}::uuid AND ${named}
         ORDER BY (deleted_at IS NULL) DESC, id DESC LIMIT 1`,
  );
  return application?.id;
}
