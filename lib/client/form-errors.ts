import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { ApiProblem } from "./problem.ts";
import { asSentence } from "./sentence.ts";

/**
 * Shows what the server refused on the fields it names and focuses the first of them; what belongs to no field goes to
 * `formState.errors.root`. `fieldOf` maps a path of the API to a field of the form where the two differ.
 */
export function showProblem<Values extends FieldValues>(
  form: { setError: UseFormSetError<Values>; getValues: () => Values },
  error: unknown,
  fieldOf: (path: string) => string | undefined = firstPart,
): void {
  const named = error instanceof ApiProblem ? error.errors : [];
  const rest: string[] = [];
  let shouldFocus = true;
  for (const { path, message } of named) {
    const field = fieldOf(path);
    if (field === undefined || !(firstPart(field) in form.getValues())) {
      rest.push(asSentence(path ? `${path} ${message}` : message));
      continue;
    }
    form.setError(field as Path<Values>, { type: "server", message: asSentence(message) }, { shouldFocus });
    shouldFocus = false;
  }
  if (named.length === 0) rest.push(messageOf(error));
  if (rest.length > 0) form.setError("root", { type: "server", message: rest.join(" ") });
}

/** The sentence of any failure, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "That did not work. Try again.";
}

function firstPart(path: string): string {
  return path.split(".")[0] ?? path;
}
