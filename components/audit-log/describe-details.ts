/** The details of an entry in a line: "from viewer to developer", "changed url, headers", "3 endpoints". */
export function describeDetails(details: Record<string, unknown>): string {
  const { from, to, ...rest } = details;
  return [...describeChange(from, to), ...Object.entries(rest).flatMap(describeOne)].join(", ");
}

function describeChange(from: unknown, to: unknown): string[] {
  if (from === undefined) return [];
  return [to === undefined ? `was ${textOf(from)}` : `from ${textOf(from)} to ${textOf(to)}`];
}

function describeOne([name, value]: [string, unknown]): string[] {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return [];
  if (name === "fields") return [`changed ${textOf(value)}`];
  if (name === "role") return [`as ${textOf(value)}`];
  if (name === "by" || name === "because") return [`${name} ${textOf(value)}`];
  return [`${inWords(name)}: ${textOf(value)}`];
}

/** `overlapSeconds` is "overlap seconds". */
function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
