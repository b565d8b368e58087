import type { HttpBody } from "../contracts/http-message.ts";
import { deliveryBody } from "../delivery/body.ts";
import { bodyOf, noBody } from "./body-of.ts";

/** What a request body was made of; null where the event is past its retention. */
export type RequestSource = {
  event_type: string;
  payload_format: "full" | "data";
  data: string | null;
  occurred_at: Date | null;
};

/** The body of a request, byte for byte as it was signed and sent. */
export function requestBody({ event_type, payload_format, data, occurred_at }: RequestSource): HttpBody {
  if (data === null || occurred_at === null) return noBody;
  const bytes = deliveryBody({
    type: event_type,
    timestamp: occurred_at.toISOString(),
    data,
    format: payload_format,
  });
  return bodyOf(bytes, { truncated: false });
}
