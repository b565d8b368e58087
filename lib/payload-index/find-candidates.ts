import type { Context } from "../context.ts";
import type { Slice } from "../keyset.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { anyToken, tokenOf } from "./tokens.ts";

export type Field = { path: string[]; value: string };

/** Beyond which event, and which way. */
export type Start = { direction: Slice["direction"]; position: string };

/** Events (UUIDs) in the order of the walk; every event up to `coveredTo` that may be meant is among them, to the end if undefined. */
export type Covered = { ids: string[]; coveredTo: string | undefined };

const blocksAtOnce = 100;
/** A value that is in more blocks is common: the log itself leads to it sooner. */
const mostBlocks = 10_000;
const mostWaiting = 2_000;

/**
 * The nearest events that may hold a field, by the search index; what it names is still to be compared. Undefined for what
 * the index does not hold: values too common, too much that waits to be indexed, parts of a payload that have no token.
 */
export async function findCandidates(ctx: Context, field: Field, start: Start): Promise<Covered | undefined> {
  const key = field.path.at(-1) ?? "";
  if (/^[[{]/.test(field.value) || isUnusualIndex(key)) return undefined;
  const tokens = [tokenOf(ctx.tenantId, { key, value: field.value }), anyToken(ctx.tenantId)];
  const named = await readNamed(ctx, tokens, start);
  if (!named || named.blocks > mostBlocks || named.waiting.length > mostWaiting) return undefined;
  return inOrder(named, start);
}

type Named = {
  ids: string[];
  /** Of the farthest block read, when there are more. */
  edge: string | null;
  blocks: number;
  waiting: string[];
  /** Events before this one are not indexed yet. */
  indexedFrom: string | null;
};

/** In one statement, so that no event is missed on its way from those that wait to those that are indexed. */
async function readNamed(
  ctx: Context,
  tokens: number[],
  { direction, position }: Start,
): Promise<Named | undefined> {
  const isForward = direction === "forward";
  const [newest, oldest] = [sql`newest_id`, sql`event_ids[1]`];
  const beyond = isForward ? sql`${oldest} < ${position}::uuid` : sql`${newest} > ${position}::uuid`;
  const [named] = await readRows<Named>(
    ctx,
    sql`WITH named AS MATERIALIZED (
          SELECT ${isForward ? newest : oldest} AS edge, event_ids FROM payload_blocks
           WHERE tokens && ${tokens}::int[] AND ${beyond} LIMIT ${mostBlocks + 1}
        ), nearest AS MATERIALIZED (
          SELECT edge, event_ids FROM named ORDER BY edge ${isForward ? sql`DESC` : sql`ASC`} LIMIT ${blocksAtOnce}
        ), waiting AS (
          SELECT unnest(event_ids) AS id FROM payload_backlog LIMIT ${mostWaiting + 1}
        )
        SELECT (SELECT count(*)::int FROM named) AS blocks,
               ARRAY(SELECT unnest(event_ids) FROM nearest) AS ids,
               CASE WHEN (SELECT count(*) FROM named) > ${blocksAtOnce}
                    THEN (SELECT edge FROM nearest ORDER BY edge ${isForward ? sql`ASC` : sql`DESC`} LIMIT 1) END AS edge,
               ARRAY(SELECT id FROM waiting) AS waiting,
               (SELECT before_id FROM payload_backfills ORDER BY before_id DESC LIMIT 1) AS "indexedFrom"`,
  );
  return named;
}

function inOrder(
  { ids, edge, waiting, indexedFrom }: Named,
  { direction, position }: Start,
): Covered | undefined {
  const isForward = direction === "forward";
  const isBeyond = (id: string, other: string) => (isForward ? id < other : id > other);
  if (indexedFrom !== null && position <= indexedFrom) return undefined;
  const limit = isForward && indexedFrom !== null && (edge ?? "") < indexedFrom ? indexedFrom : edge;
  // So many blocks reach over the start that none of them leads on.
  if (limit !== null && !isBeyond(limit, position)) return undefined;
  const within = [...new Set([...ids, ...waiting])]
    .filter((id) => isBeyond(id, position) && (limit === null || !isBeyond(id, limit)))
    .toSorted();
  return { ids: isForward ? within.reverse() : within, coveredTo: limit ?? undefined };
}

/** A place in an array written otherwise than the index writes it: from the end, with a sign or with zeros. */
function isUnusualIndex(key: string): boolean {
  return /^\s*[+-]?\d+$/.test(key) && !/^(0|[1-9]\d*)$/.test(key);
}
