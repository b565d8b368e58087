/** JSON text with an indent of two spaces, every value as it was written (`1.0`, long integers); null when it is not JSON. */
export function indentJson(text: string): string | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let [depth, previous, indented] = [0, "", ""];
  for (const [current] of text.matchAll(token)) {
    if (isClosing(current)) depth -= 1;
    indented += gap(previous, current, depth) + current;
    if (isOpening(current)) depth += 1;
    previous = current;
  }
  return indented;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

function gap(previous: string, current: string, depth: number): string {
  if (previous === ":") return " ";
  const isEmpty = isOpening(previous) && isClosing(current);
  const breaks = isOpening(previous) || isClosing(current) || previous === ",";
  return breaks && !isEmpty ? `\n${"  ".repeat(depth)}` : "";
}

function isOpening(text: string): boolean {
  return text === "{" || text === "[";
}

function isClosing(text: string): boolean {
  return text === "}" || text === "]";
}
