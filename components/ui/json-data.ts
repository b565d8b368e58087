/** Parses JSON for showing: numbers keep the text they were written with, what is long comes in parts or shortened. Undefined when it is not JSON. */
export function parseForDisplay(text: string): { value: unknown } | undefined {
  try {
    return { value: inParts(JSON.parse(text, keepExactNumber as Reviver)) };
  } catch {
    return undefined;
  }
}

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

// The tree prints a Date by asking it for its text, and is the only leaf object it knows.
class ExactNumber extends Date {
  readonly source: string;
  constructor(source: string) {
    super(0);
    this.source = source;
  }
  override toISOString(): string {
    return this.source;
  }
}

// The third argument is the source text of a number, in browsers that give it (ECMAScript 2026).
function keepExactNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || context?.source === undefined) return value;
  return String(value) === context.source ? value : new ExactNumber(context.source);
}

const partLength = 100;
const longestText = 10_000;

// Ten thousand rows opened by one click, or a megabyte on one line, would freeze the page.
function inParts(value: unknown): unknown {
  if (typeof value === "string" && value.length > longestText) return beginningOf(value);
  if (Array.isArray(value)) {
    const items = value.map(inParts);
    return items.length > 2 * partLength ? partsOfArray(items) : items;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const members = Object.entries(value).map(([key, inner]): [string, unknown] => [key, inParts(inner)]);
  return members.length > 2 * partLength ? partsOfObject(members) : Object.fromEntries(members);
}

function beginningOf(text: string): string {
  const rest = (text.length - longestText).toLocaleString("en-US");
  return `${text.slice(0, longestText)}… and ${rest} more characters; Raw shows them all`;
}

function partsOfArray(items: unknown[]): Record<string, unknown[]> {
  const parts: Record<string, unknown[]> = {};
  for (let start = 0; start < items.length; start += partLength) {
    const part = items.slice(start, start + partLength);
    parts[`${start} … ${start + part.length - 1}`] = part;
  }
  return parts;
}

function partsOfObject(members: [string, unknown][]): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (let start = 0; start < members.length; start += partLength) {
    const part = members.slice(start, start + partLength);
    parts[`${part[0]?.[0]} … ${part.at(-1)?.[0]}`] = Object.fromEntries(part);
  }
  return parts;
}
