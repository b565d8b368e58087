import { formatNumber } from "#components/ui/format.ts";
import type { SchemaObject } from "./schema-node.ts";

/** The bounds of a schema in words; those that every value keeps anyway are left out. */
export function limitsOf(schema: SchemaObject): string[] {
  const limits = [
    range("characters", schema.minLength, schema.maxLength),
    range("items", schema.minItems, schema.maxItems),
    range("properties", schema.minProperties, schema.maxProperties),
    range("", safe(schema.minimum), safe(schema.maximum)),
    isNumber(schema.exclusiveMinimum) ? `more than ${formatNumber(schema.exclusiveMinimum)}` : "",
    isNumber(schema.exclusiveMaximum) ? `less than ${formatNumber(schema.exclusiveMaximum)}` : "",
    isNumber(schema.multipleOf) ? `a multiple of ${formatNumber(schema.multipleOf)}` : "",
    schema.uniqueItems === true ? "no item twice" : "",
    schema.default === undefined ? "" : `${JSON.stringify(schema.default)} if absent`,
    formOf(schema),
  ];
  return limits.filter((limit) => limit !== "");
}

function range(unit: string, min: unknown, max: unknown): string {
  const words = unit ? ` ${unit}` : "";
  if (isNumber(min) && isNumber(max)) {
    return min === max
      ? `exactly ${formatNumber(min)}${words}`
      : `${formatNumber(min)} to ${formatNumber(max)}${words}`;
  }
  if (isNumber(max)) return `at most ${formatNumber(max)}${words}`;
  return isNumber(min) && min > 0 ? `at least ${formatNumber(min)}${words}` : "";
}

// An "integer" without bounds of its own is written with those of JavaScript.
function safe(bound: unknown): unknown {
  return isNumber(bound) && Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;
}

/** How a text is made: by example where there is one, else by its pattern; a format has said so already. */
function formOf({ format, pattern, examples }: SchemaObject): string {
  if (typeof format === "string") return "";
  if (Array.isArray(examples) && examples.length > 0) return `such as ${JSON.stringify(examples[0])}`;
  return typeof pattern === "string" ? `matches ${pattern}` : "";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
