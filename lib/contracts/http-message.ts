import { z } from "zod";

/** The body of a request or an answer, as far as it is kept. */
export const httpBody = z.object({
  text: z
    .string()
    .nullable()
    .meta({ description: "UTF-8 text; null when the bytes are not text, or not kept any more." }),
  base64: z.string().nullable().meta({ description: "Only when the bytes are not text." }),
  bytes: z.int(),
  truncated: z.boolean(),
});
export type HttpBody = z.infer<typeof httpBody>;

/** Headers in the order they went over the wire. */
export const httpHeaders = z.array(z.tuple([z.string(), z.string()]));

/** A request of ours, as it goes to a receiver. */
export const httpRequest = z.object({
  method: z.literal("POST"),
  url: z.string(),
  headers: httpHeaders,
  body: httpBody,
});
export type HttpRequest = z.infer<typeof httpRequest>;
