import { createHash } from "node:crypto";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";

export type RateRule = {
  /** What is counted, such as `sign-in:account:ada@example.com`; stored hashed. */
  key: string;
  limit: number;
  windowSeconds: number;
};

/**
 * Counts one use for every web process at once and throws `rate_limited` once the sliding window holds more than `limit`.
 * The use is counted before the work it guards, so that many at once cannot slip through together.
 */
export async function takeRate({ key, limit, windowSeconds }: RateRule): Promise<void> {
  const { rows } = await pool().query<Window>(countUse, [hashOf(key), windowSeconds]);
  const window = rows[0];
  if (!window || weighedUses(window, windowSeconds) <= limit) return;
  const retryAfterSeconds = Math.max(1, windowSeconds - window.elapsedSeconds);
  throw new AppError("rate_limited", { detail: waitSentence(retryAfterSeconds), retryAfterSeconds });
}

/** Forgets the uses of a key: after a success there is nothing left to hold against it. */
export async function clearRate(key: string): Promise<void> {
  await pool().query("DELETE FROM rate_limits WHERE key = $1", [hashOf(key)]);
}

/** Gives one use back, for a guarded success that should not count. */
export async function returnRate({ key, windowSeconds }: RateRule): Promise<void> {
  await pool().query(
    `UPDATE rate_limits SET count = count - 1
      WHERE key = $1 AND count > 0
        AND starts_at = to_timestamp(floor(extract(epoch FROM now()) / $2::int) * $2::int)`,
    [hashOf(key), windowSeconds],
  );
}

type Window = { present: number; previous: number; elapsedSeconds: number };

const countUse = `
  WITH counted AS (
    INSERT INTO rate_limits (key, starts_at, count)
    VALUES ($1, to_timestamp(floor(extract(epoch FROM now()) / $2::int) * $2::int), 1)
    ON CONFLICT (key, starts_at) DO UPDATE SET count = rate_limits.count + 1
    RETURNING starts_at, count)
  SELECT counted.count AS present,
         coalesce(previous.count, 0) AS previous,
         extract(epoch FROM now() - counted.starts_at)::float AS "elapsedSeconds"
    FROM counted LEFT JOIN rate_limits previous
      ON previous.key = $1 AND previous.starts_at = counted.starts_at - $2::int * interval '1 second'`;

/** The uses of the last full window: this one's, and the share of the one before that still lies inside. */
function weighedUses({ present, previous, elapsedSeconds }: Window, windowSeconds: number): number {
  return present + previous * Math.max(0, 1 - elapsedSeconds / windowSeconds);
}

function waitSentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
