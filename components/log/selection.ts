/** Rows of a log that somebody has chosen, each as it was seen last, and the row from which a range is drawn. */
export type Selection<Row> = {
  rows: ReadonlyMap<string, Row>;
  anchor: string | undefined;
};

export type Identified = { id: string };

/** Nothing is chosen. */
export function noSelection<Row>(): Selection<Row> {
  return { rows: new Map(), anchor: undefined };
}

/** Chooses a row, or no longer; the next range is drawn from it. Beyond `most` nothing is added. */
export function toggleRow<Row extends Identified>(
  { rows }: Selection<Row>,
  row: Row,
  most: number,
): Selection<Row> {
  const next = new Map(rows);
  if (!next.delete(row.id) && next.size < most) next.set(row.id, row);
  return { rows: next, anchor: row.id };
}

/** Chooses all rows of a page between the anchor and this one, in either direction; without an anchor there, this one alone. */
export function selectRange<Row extends Identified>(
  { rows, anchor }: Selection<Row>,
  { page, row, most }: { page: readonly Row[]; row: Row; most: number },
): Selection<Row> {
  const place = (id: string | undefined) => page.findIndex((one) => one.id === id);
  const [from, to] = [place(anchor), place(row.id)];
  const between = from < 0 ? [row] : page.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { rows: withRows(rows, between, most), anchor: row.id };
}

/** Chooses every row of a page, or none of them any more; rows of other pages stay as they are. */
export function selectPage<Row extends Identified>(
  { rows, anchor }: Selection<Row>,
  { page, isOn, most }: { page: readonly Row[]; isOn: boolean; most: number },
): Selection<Row> {
  if (isOn) return { rows: withRows(rows, page, most), anchor };
  const next = new Map(rows);
  for (const { id } of page) next.delete(id);
  return { rows: next, anchor };
}

/** Keeps these of what is chosen, such as those that an action could not be done to. */
export function keepRows<Row>({ rows }: Selection<Row>, ids: readonly string[]): Selection<Row> {
  const kept = new Set(ids);
  return { rows: new Map([...rows].filter(([id]) => kept.has(id))), anchor: undefined };
}

/** How much of a page is chosen, for the box in its head. */
export function pageState<Row>(
  { rows }: Selection<Row>,
  page: readonly Identified[],
): "none" | "some" | "all" {
  const chosen = page.filter(({ id }) => rows.has(id)).length;
  if (chosen === 0) return "none";
  return chosen === page.length ? "all" : "some";
}

/** What is chosen, as it stands on the page now where it is on it. */
export function selectedRows<Row extends Identified>({ rows }: Selection<Row>, page: readonly Row[]): Row[] {
  const shown = new Map(page.map((row) => [row.id, row]));
  return [...rows.values()].map((row) => shown.get(row.id) ?? row);
}

function withRows<Row extends Identified>(
  rows: ReadonlyMap<string, Row>,
  added: readonly Row[],
  most: number,
): Map<string, Row> {
  const next = new Map(rows);
  for (const row of added) if (next.has(row.id) || next.size < most) next.set(row.id, row);
  return next;
}
