export type PayloadFormat = "full" | "data";

export type DeliveryBody = { type: string; timestamp: string; data: string; format: PayloadFormat };

/**
 * The bytes a receiver gets: `{"type":…,"timestamp":…,"data":…}`, or the data alone for the format `data`.
 * `data` is the producer's JSON text and goes out byte for byte; `timestamp` is an ISO 8601 string.
 */
export function deliveryBody({ type, timestamp, data, format }: DeliveryBody): Buffer {
  if (format === "data") return Buffer.from(data);
  return Buffer.from(
    `{"type":${JSON.stringify(type)},"timestamp":${JSON.stringify(timestamp)},"data":${data}}`,
  );
}
