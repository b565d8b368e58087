/** One POST of the producer: an event, or `batch` equal ones. */
export type EventRequest = { path: string; apiKey: string; type: string; batch?: number };

/** 0.8 kB of event data, as a typical order or invoice has. */
export const eventData = JSON.stringify({
  object: "invoice",
  number: "INV-2026-000417",
  currency: "EUR",
  total: 128_450,
  customer: { id: "cus_8842", name: "Lindqvist & Söhne", country: "SE", email: "accounts@example.com" },
  lines: Array.from({ length: 6 }, (_, line) => ({
    sku: `SKU-${1_000 + line}`,
    text: "Annual licence, seats included",
    quantity: line + 1,
    price: 1_990,
  })),
  note: "Payable within 30 days without deduction.",
});

/** The whole request as bytes, so that sending costs one write. */
export function encodeRequest({ path, apiKey, type, batch }: EventRequest, port: number): Buffer {
  const event = `{"type":${JSON.stringify(type)},"data":${eventData}}`;
  const body = batch === undefined ? event : `{"events":[${Array(batch).fill(event).join(",")}]}`;
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${apiKey}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}

/** The event ids of an answer, single or batch; one empty id where it names none. */
export function idsOf(body: Buffer): string[] {
  const ids = body.toString("latin1").match(/evt_[0-9a-z]{26}/g);
  return ids ?? [""];
}
