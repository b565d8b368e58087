/** Where a text stops being JSON, and what is wrong there. */
export interface JsonFault {
  offset: number;
  message: string;
}

/** What keeps a text from being JSON (RFC 8259), in words for whoever writes it; null when nothing does. */
export function findJsonFault(text: string): JsonFault | null {
  const open: Closing[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    offset = endOf(space, text, offset) ?? offset;
    if (offset >= text.length) return expected === "end" ? null : cutOff(text, open);
    const step = take(text, offset, { expected, closing: open.at(-1) });
    if ("message" in step) return step;
    if (step.opens) open.push(step.opens);
    if (step.closes) open.pop();
    offset = step.end;
    expected = step.next === "after" ? (open.length > 0 ? "more" : "end") : step.next;
  }
}

/** "line 3, column 14" of a place in a text. */
export function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

type Closing = "}" | "]";
/** `more` is a comma or the end of what is open; `first` says that it may also end at once. */
type Expected = "value" | "first value" | "name" | "first name" | "colon" | "more" | "end";
type Step = { end: number; next: Expected | "after"; opens?: Closing; closes?: true };
type State = { expected: Expected; closing: Closing | undefined };

const space = /[ \t\r\n]+/y;
// What stands in a string as it is, and what stands there as an escape (RFC 8259, section 7).
const inString = /[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*/u.source;
const string = new RegExp(`"${inString}"`, "uy");
const brokenOff = new RegExp(`"${inString}`, "uy");
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const word = /(?:true|false|null)(?!\w)/y;

function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function take(text: string, offset: number, { expected, closing }: State): Step | JsonFault {
  const character = text.charAt(offset);
  const end = offset + 1;
  const mayClose = expected === "more" || expected.startsWith("first");
  if (mayClose && character === closing) return { end, next: "after", closes: true };
  switch (expected) {
    case "end":
      return { offset, message: "nothing may follow the end" };
    case "colon":
      return character === ":" ? { end, next: "value" } : { offset, message: "a colon is missing" };
    case "more":
      if (character === ",") return { end, next: closing === "}" ? "name" : "value" };
      return { offset, message: `a comma or ${closing} is missing` };
    case "name":
    case "first name":
      return takeName(text, offset);
    default:
      return takeValue(text, offset);
  }
}

function takeName(text: string, offset: number): Step | JsonFault {
  const end = endOf(string, text, offset);
  if (end !== undefined) return { end, next: "colon" };
  const character = text.charAt(offset);
  if (character === '"') return brokenString(text, offset);
  if (character === "}") return { offset, message: "no comma may stand before }" };
  return { offset, message: "a name in double quotes is missing" };
}

function takeValue(text: string, offset: number): Step | JsonFault {
  const character = text.charAt(offset);
  if (character === "{") return { end: offset + 1, next: "first name", opens: "}" };
  if (character === "[") return { end: offset + 1, next: "first value", opens: "]" };
  const end = endOf(string, text, offset) ?? endOf(number, text, offset) ?? endOf(word, text, offset);
  if (end !== undefined) return { end, next: "after" };
  return noValue(text, offset);
}

function noValue(text: string, offset: number): JsonFault {
  const character = text.charAt(offset);
  if (character === '"') return brokenString(text, offset);
  if (character === "'") return { offset, message: "text stands in double quotes" };
  if (character === "]") return { offset, message: "no comma may stand before ]" };
  if (/[-\d.]/.test(character)) return { offset, message: "this is no number" };
  if (/\w/.test(character)) return { offset, message: "this is neither in quotes nor true, false or null" };
  return { offset, message: "a value is missing" };
}

/** The place within a string at which it breaks. */
function brokenString(text: string, start: number): JsonFault {
  const offset = endOf(brokenOff, text, start) ?? start;
  if (text.charAt(offset) === "\\") return { offset, message: "there is no such escape" };
  if (offset >= text.length || text.charAt(offset) === "\n") {
    return { offset: start, message: "the closing quote is missing" };
  }
  return { offset, message: "a control character is written as an escape" };
}

function cutOff(text: string, open: readonly Closing[]): JsonFault {
  const last = open.at(-1);
  return { offset: text.length, message: last ? `${last} is missing at the end` : "a value is missing" };
}
