import { pool } from "../db.ts";

/** A watch lasts this long unless it is kept up. */
export const watchSeconds = 20;

/** Whoever tells of changes looks up watches at most this often: so long after it began a watch holds everywhere. */
export const lookUpMs = 1_000;

/** Says that somebody watches these tenants, by the database clock. */
export async function keepWatches(tenantIds: readonly string[]): Promise<void> {
  await pool().query(
    `INSERT INTO tenant_watches (tenant_id, watched_until)
     SELECT id, now() + $2 * interval '1 s' FROM unnest($1::uuid[]) AS id ORDER BY id
     ON CONFLICT (tenant_id) DO UPDATE SET watched_until = excluded.watched_until`,
    [tenantIds, watchSeconds],
  );
}

type Known = { atMs: number; tenants: ReadonlySet<string> };
type LookUp = { known: Known | undefined; looking: Promise<Known> | undefined };

const processGlobals = globalThis as { posthornWatches?: LookUp };

/** The tenants that somebody watches, looked up at most once a second and process. */
export async function watchedTenants(): Promise<ReadonlySet<string>> {
  const lookUp = ours();
  if (lookUp.known && isFresh(lookUp.known)) return lookUp.known.tenants;
  lookUp.looking ??= read().finally(() => {
    lookUp.looking = undefined;
  });
  lookUp.known = await lookUp.looking;
  return lookUp.known.tenants;
}

/** False when it was looked up within the last second that nobody watches the tenant. */
export function mayBeWatched(tenantId: string): boolean {
  const { known } = ours();
  return !known || !isFresh(known) || known.tenants.has(tenantId);
}

function ours(): LookUp {
  processGlobals.posthornWatches ??= { known: undefined, looking: undefined };
  return processGlobals.posthornWatches;
}

function isFresh({ atMs }: Known): boolean {
  return performance.now() - atMs < lookUpMs;
}

async function read(): Promise<Known> {
  const atMs = performance.now();
  const { rows } = await pool().query<{ id: string }>(
    "SELECT tenant_id AS id FROM tenant_watches WHERE watched_until > now()",
  );
  return { atMs, tenants: new Set(rows.map(({ id }) => id)) };
}
