import type pg from "pg";

/** What the queue and the deliveries looked like at one moment. */
export type Sample = {
  at: number;
  /** Deliveries under a lease. */
  sending: number;
  /** All rows of the queue, done ones included. */
  jobs: number;
  /** The most future wake-ups of one endpoint. */
  laterOfOne: number;
};

const everyMs = 500;

/** Looks into the database twice a second, for as long as there is one. */
export class Monitor {
  readonly samples: Sample[] = [];
  readonly #db: pg.Pool;
  #looking: NodeJS.Timeout | undefined;

  constructor(db: pg.Pool) {
    this.#db = db;
  }

  start(): void {
    this.#looking = setInterval(() => void this.look().catch(() => undefined), everyMs);
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  async look(): Promise<Sample> {
    const { rows } = await this.#db.query<Omit<Sample, "at">>(sampleStatement);
    const sample = { at: Date.now(), ...(rows[0] ?? { sending: 0, jobs: 0, laterOfOne: 0 }) };
    this.samples.push(sample);
    return sample;
  }

  /** How many deliveries are being sent, or were when the database could last be asked. */
  async inFlight(): Promise<number> {
    const before = this.samples.slice(-4).map((sample) => sample.sending);
    const now = await this.look().catch(() => undefined);
    return Math.max(0, now?.sending ?? 0, ...before);
  }
}

const sampleStatement = `
  WITH waiting AS (
    SELECT left(singleton_key, 36) AS endpoint, count(*)::int AS count FROM pgboss.job
     WHERE name = 'lane-later' AND state < 'active' GROUP BY 1)
  SELECT (SELECT count(*)::int FROM deliveries WHERE status = 'sending') AS sending,
         (SELECT count(*)::int FROM pgboss.job) AS jobs,
         coalesce(max(count), 0) AS "laterOfOne"
    FROM waiting`;
