import type { EventType } from "#lib/contracts/event-types.ts";

/** What a test event is called when the tenant has no event types. */
export const plainTestType = "posthorn.test";

/** An event type the endpoint would receive: one of the catalogue where there is one. */
export function suggestType(patterns: readonly string[], catalogue: readonly EventType[]): string {
  const known = catalogue.find(({ name }) => patterns.some((pattern) => covers(pattern, name)));
  const named = patterns.find((pattern) => !pattern.endsWith("*"));
  return known?.name ?? named ?? plainTestType;
}

/** The example of an event type as JSON text, or a plain one. */
export function exampleOf(name: string, catalogue: readonly EventType[]): string {
  const example = catalogue.find((type) => type.name === name)?.example;
  return JSON.stringify(example ?? { message: "This is a test event from Posthorn." }, null, 2);
}

/** Reads the text as a JSON object, or says what keeps it from being one. */
export function parseData(text: string): { data: Record<string, unknown> } | { fault: string } {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { data: value } : { fault: 'Data must be a JSON object, such as { "id": 1 }.' };
  } catch (error) {
    return { fault: `This is not JSON: ${error instanceof Error ? error.message : "it cannot be read"}.` };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function covers(pattern: string, name: string): boolean {
  if (pattern === "*" || pattern === name) return true;
  return pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1));
}
