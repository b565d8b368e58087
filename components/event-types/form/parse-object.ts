export type ParsedObject = { value: Record<string, unknown> | null } | { fault: string };

/** Reads text as a JSON object, or says what keeps it from being one and where; no text is no object. */
export function parseObject(text: string): ParsedObject {
  if (text.trim() === "") return { value: null };
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value } : { fault: 'It must be a JSON object, such as { "id": 1 }.' };
  } catch (error) {
    return { fault: `This is not JSON${whereIn(text, error)}.` };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** ": line 3, column 14", where the browser says at which character it stopped. */
function whereIn(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return `: line ${line}, column ${column}`;
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position === undefined) return /end of/.test(message) ? ": it ends too early" : "";
  const before = text.slice(0, Number(position)).split("\n");
  return `: line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
