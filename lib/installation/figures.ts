import { inTransaction, pool, type Queryable } from "../db.ts";
import { log } from "../log.ts";
import { type Figures, measureInstallation } from "./measure.ts";

export type KeptFigures = { figures: Figures; ageSeconds: number };

const freshSeconds = 10;

/**
 * The figures of the whole installation, at most 10 seconds old unless measuring fails or takes longer. They are kept in
 * the database, so that every web gives the same ones and however many are asked, one of them measures.
 */
export async function readFigures(): Promise<KeptFigures> {
  const kept = await readKept(pool());
  if (kept && kept.ageSeconds < freshSeconds) return kept;
  try {
    return await inTransaction(renew);
  } catch (error) {
    if (!kept) throw error;
    log().warn({ err: error }, "measuring the installation failed; the last figures stand");
    return kept;
  }
}

async function readKept(db: Queryable): Promise<KeptFigures | undefined> {
  const { rows } = await db.query<KeptFigures>(
    `SELECT figures, extract(epoch FROM now() - measured_at)::float8 AS "ageSeconds" FROM installation_figures`,
  );
  return rows[0];
}

/** Whoever comes second waits for the first and takes what it found. */
async function renew(client: Queryable): Promise<KeptFigures> {
  await client.query("SET LOCAL statement_timeout = '4s'");
  await client.query("SELECT pg_advisory_xact_lock(hashtext('posthorn figures'))");
  const kept = await readKept(client);
  if (kept && kept.ageSeconds < freshSeconds) return kept;
  const figures = await measureInstallation(client);
  await client.query(
    `INSERT INTO installation_figures (id, figures, measured_at) VALUES (1, $1, clock_timestamp())
     ON CONFLICT (id) DO UPDATE SET figures = excluded.figures, measured_at = excluded.measured_at`,
    [JSON.stringify(figures)],
  );
  return { figures, ageSeconds: 0 };
}
