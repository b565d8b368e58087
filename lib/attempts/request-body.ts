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

/** The body of a request, byte for byte as it was signed and sent; null where the event is past its retention. */
export function requestBytes({
  event_type,
  payload_format,
  data,
  occurred_at,
}: RequestSource): Buffer | null {
  if (data === null || occurred_at === null) return null;
  const timestamp = occurred_at.toISOString();
  return deliveryBody({ type: event_type, timestamp, data, format: payload_format });
}

/** The same as the API shows it. */
export function requestBody(source: RequestSource): HttpBody {
  const bytes = requestBytes(source);
  return bytes ? bodyOf(bytes, { truncated: false }) : noBody;
}
