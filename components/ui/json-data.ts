/** Parses JSON for showing: numbers keep the text they were written with, long arrays come in parts. Undefined when it is not JSON. */
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

// Ten thousand rows opened by one click would freeze the page.
function inParts(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inParts);
    return items.length > 2 * partLength ? partsOf(items) : items;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inParts(inner)]));
}

function partsOf(items: unknown[]): Record<string, unknown[]> {
  const parts: Record<string, unknown[]> = {};
  for (let start = 0; start < items.length; start += partLength) {
    const part = items.slice(start, start + partLength);
    parts[`${start} … ${start + part.length - 1}`] = part;
  }
  return parts;
}
