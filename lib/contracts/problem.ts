import { z } from "zod";

/** Every error of the API (RFC 9457, `application/problem+json`). */
export const problem = z
  .object({
    type: z.string().meta({ description: "A page that explains the error." }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().meta({ description: "Stable and machine-readable, such as not_found." }),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problem>;
