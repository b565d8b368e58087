import { type Cell, csvLine } from "./csv.ts";

export type FileFormat = "csv" | "json";

/** A file that is read while it is sent: however long it is, a page of it is in memory. */
export type Download = {
  fileName: string;
  format: FileFormat;
  text: AsyncIterable<string>;
  /** Whether there is more than the file may hold. */
  isCut: boolean;
};

type Sheet<Row> = {
  /** What the file is called, without its ending: ASCII letters, digits and dashes. */
  name: string;
  format: FileFormat;
  isCut: boolean;
  /** The columns of a CSV file by their titles. */
  columns: Record<string, (row: Row) => Cell>;
  pages: AsyncIterable<readonly Row[]>;
};

/** A list as a file: CSV with a line of titles, or JSON as `{ "data": [ … ] }`. */
export function toDownload<Row>({ name, format, isCut, columns, pages }: Sheet<Row>): Download {
  const text = format === "csv" ? csvOf(columns, pages) : jsonOf(pages);
  return { fileName: `${name}.${format}`, format, text, isCut };
}

async function* csvOf<Row>(columns: Sheet<Row>["columns"], pages: Sheet<Row>["pages"]) {
  const read = Object.values(columns);
  yield csvLine(Object.keys(columns));
  for await (const rows of pages) yield rows.map((row) => csvLine(read.map((cell) => cell(row)))).join("");
}

async function* jsonOf<Row>(pages: Sheet<Row>["pages"]) {
  let separator = "";
  yield '{"data":[';
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
    separator = ",\n";
  }
  yield "]}";
}
