import { endOfString } from "../end-of-string.ts";

/** A value's place in a JSON text: `text.slice(start, end)` is the value as it was written. */
export type Span = { start: number; end: number };

/**
 * The members of the object that starts at `start`, by name, each with the span of its value; of a repeated name the
 * last counts, as for JSON.parse. The text must be valid JSON: it is walked, not checked.
 */
export function membersOf(text: string, start = 0): Map<string, Span> {
  const members = new Map<string, Span>();
  let at = skipSpace(text, skipSpace(text, start) + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const name: string = JSON.parse(text.slice(at, nameEnd));
    const valueStart = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = endOfValue(text, valueStart);
    members.set(name, { start: valueStart, end });
    at = skipSpace(text, skipSpace(text, end) + 1);
  }
  return members;
}

/** A member's value as it is written in the text of an object; undefined where there is none. */
export function memberText(text: string, name: string): string | undefined {
  const span = membersOf(text).get(name);
  return span && text.slice(span.start, span.end);
}

/** The spans of the elements of the array that starts at `start`, in order. */
export function elementsOf(text: string, start: number): Span[] {
  const elements: Span[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== "]") {
    const end = endOfValue(text, at);
    elements.push({ start: at, end });
    at = skipSpace(text, end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return elements;
}

const quote = 0x22;

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first === "{" || first === "[") return endOfContainer(text, start);
  let at = start;
  while (at < text.length && !",]} \n\r\t".includes(text.charAt(at))) at += 1;
  return at;
}

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfString(text, at) - 1;
    else if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (" \n\r\t".includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}
