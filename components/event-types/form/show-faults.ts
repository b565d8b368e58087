import type { UseFormReturn } from "react-hook-form";
import { showProblem } from "#lib/client/form-errors.ts";
import { ApiProblem } from "#lib/client/problem.ts";
import type { EventTypeValues } from "./values.ts";

const jsonFields = ["schema", "example"] as const;

/** Shows what the server refused; inside schema and example every fault is listed, each with its place. */
export function showFaults(form: UseFormReturn<EventTypeValues>, error: unknown): void {
  showProblem(form, error);
  if (!(error instanceof ApiProblem)) return;
  for (const field of jsonFields) {
    const faults = error.errors.filter(({ path }) => path === field || path.startsWith(`${field}.`));
    if (faults.length === 0) continue;
    const lines = faults.map(({ path, message }) => `${path.slice(field.length + 1)} ${message}`.trim());
    form.setError(field, { type: "server", message: lines.join("; ") });
  }
}
