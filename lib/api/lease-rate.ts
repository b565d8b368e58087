import { pool } from "../db.ts";

export type Lease = {
  /** Used already, on credit: charged even when nothing is left. */
  owed: number;
  block: number;
  perSecond: number;
  /** The most that ever waits to be used: the burst. */
  capacity: number;
};

/** Leases up to `block` requests of an owner's limit, by the database's clock; `left` goes below 0 by what is owed. */
export async function leaseRate(
  owner: string,
  { owed, block, perSecond, capacity }: Lease,
): Promise<{ granted: number; left: number }> {
  const { rows } = await pool().query<{ granted: number; left: number }>(lease, [
    owner,
    capacity,
    perSecond,
    owed,
    block,
  ]);
  return rows[0] ?? { granted: 0, left: 0 };
}

const first = "$2::float8";
const filled =
  "least($2, api_rates.tokens + greatest(0, extract(epoch FROM now() - api_rates.filled_at)) * $3::float8)";
const granted = (available: string) => `least($5::float8, greatest(0, floor(${available} - $4::float8)))`;

const lease = `
  INSERT INTO api_rates (owner_id, tokens, granted, filled_at)
  VALUES ($1, ${first} - $4 - ${granted(first)}, ${granted(first)}, now())
  ON CONFLICT (owner_id) DO UPDATE
    SET tokens = ${filled} - $4 - ${granted(filled)},
        granted = ${granted(filled)},
        filled_at = greatest(api_rates.filled_at, now())
  RETURNING granted, tokens AS "left"`;
