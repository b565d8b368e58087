const quote = '"';
const backslash = 0x5c;

/** The index after the closing quote of the JSON string that opens at `open`; the end of a text that never closes it. */
export function endOfString(text: string, open: number): number {
  let close = text.indexOf(quote, open + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf(quote, close + 1);
  return close === -1 ? text.length : close + 1;
}

/** Behind an odd number of backslashes; the opening quote, at the latest, ends them. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (at - first) % 2 === 1;
}
