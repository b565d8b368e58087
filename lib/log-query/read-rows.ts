import type { Context } from "../context.ts";
import { inTransaction, pool } from "../db.ts";
import { invalid } from "../errors.ts";
import { type Sql, toStatement } from "./sql.ts";

/** The rows of a statement, read in the context's transaction if one is open, so that it sees what was just written. */
export async function readRows<Row extends object>(ctx: Context, statement: Sql): Promise<Row[]> {
  const { text, values } = toStatement(statement);
  if (ctx.tx) return ctx.tx.$queryRawUnsafe<Row[]>(text, ...values);
  const { rows } = await pool().query<Row>(text, values);
  return rows;
}

const searchSeconds = 10;
const canceledByTimeout = "57014";

/** As `readRows`, for a search that may have to look at every payload: after so long it is refused as too broad (422 on `q`). */
export async function searchRows<Row extends object>(
  statement: Sql,
  seconds = searchSeconds,
): Promise<Row[]> {
  const { text, values } = toStatement(statement);
  try {
    return await inTransaction(async (client) => {
      await client.query(`SET LOCAL statement_timeout = '${seconds}s'`);
      const { rows } = await client.query<Row>(text, values);
      return rows;
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === canceledByTimeout) {
      throw invalid(
        "q",
        `This search did not finish within ${seconds} seconds; narrow the time range or add a filter.`,
      );
    }
    throw error;
  }
}
