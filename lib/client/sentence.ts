import type { z } from "zod";

/** A message of the contracts ("must be a …") as a sentence of its own. */
export function asSentence(message: string): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

type Issue = z.core.$ZodRawIssue;

/** Words for what zod finds wrong where the contract has none of its own; give it to `safeParse` as `error`. */
export function sentenceOf(issue: Issue): string | undefined {
  if (issue.code === "too_small") return tooSmall(issue.origin, Number(issue.minimum));
  if (issue.code === "too_big") return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code !== "invalid_type") return undefined;
  if (issue.expected === "int") return "Use a whole number.";
  if (issue.expected === "number") return "Use a number.";
  return issue.input === undefined ? "Fill this in." : undefined;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === "string") return minimum === 1 ? "Fill this in." : `Use at least ${minimum} characters.`;
  if (origin === "array") return minimum === 1 ? "Choose at least one." : `Choose at least ${minimum}.`;
  return `Use ${minimum} or more.`;
}

function tooBig(origin: string, maximum: number): string {
  const amount = maximum.toLocaleString("en-US");
  if (origin === "string") return `Use at most ${amount} characters.`;
  if (origin === "array") return `Choose at most ${amount}.`;
  return `Use ${amount} or less.`;
}
