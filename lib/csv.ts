export type Cell = string | number | null;

/** A line of CSV (RFC 4180 §2). Every text is quoted, and none is taken for a formula by a spreadsheet. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = beginsFormula.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

// Spreadsheets skip white space and invisible characters before the sign that makes a formula; the wide forms count too.
const beginsFormula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
