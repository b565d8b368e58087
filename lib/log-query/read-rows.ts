import type { Context } from "../context.ts";
import { pool } from "../db.ts";
import { type Sql, toStatement } from "./sql.ts";

/** The rows of a statement, read in the context's transaction if one is open, so that it sees what was just written. */
export async function readRows<Row extends object>(ctx: Context, statement: Sql): Promise<Row[]> {
  const { text, values } = toStatement(statement);
  if (ctx.tx) return ctx.tx.$queryRawUnsafe<Row[]>(text, ...values);
  const { rows } = await pool().query<Row>(text, values);
  return rows;
}
