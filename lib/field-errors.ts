import type { z } from "zod";
import type { FieldError } from "./errors.ts";

/** Faults of a zod result as dotted paths and sentences; unknown fields are named one by one. */
export function fieldErrors(result: z.ZodSafeParseResult<unknown> | undefined): FieldError[] {
  if (!result || result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
    return issue.keys.map((key) => ({
      path: path === "" ? key : `${path}.${key}`,
      message: "is not a known field",
    }));
  });
}
