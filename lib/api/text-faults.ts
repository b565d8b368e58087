import type { FieldError } from "../errors.ts";

const maxFaults = 20;

/**
 * Finds, at any depth, text that Postgres cannot hold (U+0000, lone surrogates) and members named `__proto__`, which
 * would vanish on the way instead of being stored.
 */
export function textFaults(value: unknown): FieldError[] {
  return [...faultsIn(value, [])].slice(0, maxFaults);
}

function* faultsIn(value: unknown, path: readonly string[]): Generator<FieldError> {
  if (typeof value === "string") {
    const message = faultOf(value);
    if (message) yield { path: path.join("."), message };
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const message = name === "__proto__" ? "is not a name that can be used" : faultOf(name);
      if (message) yield { path: [...path, name].join("."), message };
      yield* faultsIn(member, [...path, name]);
    }
  }
}

function faultOf(text: string): string | undefined {
  if (text.includes("\u0000")) return "must not hold the character U+0000";
  return text.isWellFormed() ? undefined : "must not hold half of a surrogate pair";
}
