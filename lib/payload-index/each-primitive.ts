import { endOfString } from "../end-of-string.ts";

const [quote, comma, colon, openList, closeList, openObject, closeObject] = [...'",:[]{}'].map((character) =>
  character.charCodeAt(0),
);
const space = 0x20;
const inObject = -1;

/**
 * Tells of every text, number, truth value and null of a JSON text: the key it stands under, or its place in a list, and how
 * it is written, without the quotes and escapes of a text. The text must be valid JSON: it is walked, however deep, not checked.
 */
export function eachPrimitive(text: string, tell: (key: string, value: string) => void): void {
  /** Of each object and list around it: the place in a list, `inObject` for an object. */
  const around: number[] = [];
  let key = "";
  let isName = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      if (isName) key = textOf(text, at, end);
      else tell(key, textOf(text, at, end));
      isName = false;
      at = end;
      continue;
    }
    if (code === openObject || code === openList) {
      around.push(code === openList ? 0 : inObject);
      isName = code === openObject;
      key = "0";
    } else if (code === closeObject || code === closeList) {
      around.pop();
      isName = false;
    } else if (code === comma) {
      const next = (around.pop() ?? inObject) + 1;
      isName = next === 0;
      around.push(isName ? inObject : next);
      if (!isName) key = String(next);
    } else if (code > space && code !== colon) {
      const end = endOfWord(text, at);
      tell(key, text.slice(at, end));
      at = end;
      continue;
    }
    at += 1;
  }
}

function textOf(text: string, open: number, end: number): string {
  const inner = text.slice(open + 1, end - 1);
  return inner.includes("\\") ? JSON.parse(text.slice(open, end)) : inner;
}

function endOfWord(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= space || code === comma || code === closeList || code === closeObject) return at;
  }
  return text.length;
}
