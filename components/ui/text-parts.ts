/** A stretch of a text, from `start` to before `end`. */
export interface TextPart {
  start: number;
  end: number;
}

// A browser lays out this much in a few milliseconds, and a megabyte on one line in seconds.
const partLength = 100_000;

/** A long text in stretches that a browser shows at once; no character is cut in two. There is always one. */
export function partsOf(text: string, length = partLength): [TextPart, ...TextPart[]] {
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfPart(text, start + length);
    parts.push({ start, end });
    start = end;
  }
  const [first = { start: 0, end: 0 }, ...rest] = parts;
  return [first, ...rest];
}

function endOfPart(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const isLowSurrogate = (text.charCodeAt(end) & 0xfc00) === 0xdc00;
  return isLowSurrogate ? end + 1 : end;
}
