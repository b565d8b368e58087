export type LogPage<Row> = {
  data: Row[];
  nextCursor: string | null;
  prevCursor: string | null;
  /** The page was not filled: the server looked back to this time, and a search goes on from there by `nextCursor`. */
  searchedTo?: string | null;
};

/** What a log shows: the rows of the moment it was opened, each as it is by now. */
export type LiveRows<Row> = {
  view: string | undefined;
  latest: LogPage<Row> | undefined;
  shown: LogPage<Row>;
};

/** Takes in a page just read: a new view shows it as it is, the same view keeps its rows where they are. */
export function takeIn<Row extends { id: string }>(
  rows: LiveRows<Row>,
  view: string,
  latest: LogPage<Row>,
): LiveRows<Row> {
  const isSameView = rows.view === view && rows.shown.data.length > 0;
  if (!isSameView) return { view, latest, shown: latest };
  const byId = new Map(latest.data.map((row) => [row.id, row]));
  const data = rows.shown.data.map((row) => byId.get(row.id) ?? row);
  return { view, latest, shown: { ...rows.shown, data } };
}

/** Rows that were read but are not shown: those newer than the last one shown, since older ones only fill the page up. */
export function countNew<Row extends { id: string }>({ latest, shown }: LiveRows<Row>): number {
  const shownIds = new Set(shown.data.map((row) => row.id));
  const lastId = shown.data.at(-1)?.id ?? "";
  return latest?.data.filter((row) => row.id > lastId && !shownIds.has(row.id)).length ?? 0;
}

/** Shown rows that the latest page no longer holds: pushed out by newer ones, or no longer what is filtered for. */
export function findMissing<Row extends { id: string }>({ latest, shown }: LiveRows<Row>): Row[] {
  const latestIds = new Set(latest?.data.map((row) => row.id));
  return shown.data.filter((row) => !latestIds.has(row.id));
}
