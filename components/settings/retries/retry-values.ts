import { toNestErrors } from "@hookform/resolvers";
import type { FieldErrors, Resolver } from "react-hook-form";
import { retrySchedule } from "#lib/contracts/fields.ts";

export const waitUnits = { s: "seconds", m: "minutes", h: "hours", d: "days" } as const;
export type WaitUnit = keyof typeof waitUnits;

const unitSeconds: Record<WaitUnit, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** A wait as a person writes it: "5" and "minutes". */
export type Wait = { amount: string; unit: WaitUnit };

export type RetryValues = {
  /** Whether the tenant has a schedule of its own. */
  source: "default" | "own";
  waits: Wait[];
};

export const maxWaits = 30;

/** A schedule in seconds as the form shows it; without one of its own it starts from the installation's. */
export function valuesOf(own: readonly number[] | null, fallback: readonly number[]): RetryValues {
  return { source: own ? "own" : "default", waits: (own ?? fallback).map(toWait) };
}

/** Seconds of a wait; NaN when the amount cannot be read. */
export function secondsOf({ amount, unit }: Wait): number {
  const number = amount.trim() === "" ? Number.NaN : Number(amount.replace(",", "."));
  return Math.round(number * unitSeconds[unit]);
}

/** The schedule as the API takes it. */
export function toSchedule({ source, waits }: RetryValues): number[] | null {
  return source === "own" ? waits.map(secondsOf) : null;
}

/** Checks the schedule by the API's own contract and says at each wait what is wrong. */
export const resolveRetries: Resolver<RetryValues> = (values, _context, options) => {
  const parsed = retrySchedule.nullable().safeParse(toSchedule(values));
  if (parsed.success) return { values, errors: {} };
  const flat: Record<string, { type: string; message: string }> = {};
  for (const { path } of parsed.error.issues) {
    const [row] = path;
    if (row === undefined) flat["waits.root"] = { type: "contract", message: "Give 1 to 30 waits." };
    else flat[`waits.${String(row)}.amount`] = { type: "contract", message: "1 s to 7 d" };
  }
  return { values: {}, errors: toNestErrors(flat as FieldErrors<RetryValues>, options) };
};

function toWait(seconds: number): Wait {
  const units: WaitUnit[] = ["d", "h", "m"];
  const unit = units.find((candidate) => seconds > 0 && seconds % unitSeconds[candidate] === 0) ?? "s";
  return { amount: String(seconds / unitSeconds[unit]), unit };
}
