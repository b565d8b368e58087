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

function covers(pattern: string, name: string): boolean {
  if (pattern === "*" || pattern === name) return true;
  return pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1));
}
