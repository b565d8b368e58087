import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliveryBody } from "#lib/delivery/body.ts";

const timestamp = "2026-01-02T03:04:05.678Z";

describe("deliveryBody", () => {
  test("keeps the producer's text byte for byte inside the envelope", () => {
    const data = '{ "n": 1.0, "big": 12345678901234567890, "a":1, "a":2, "s":"\\u0000\\ud800é" }';
    expect(deliveryBody({ type: "invoice.paid", timestamp, data, format: "full" }).toString()).toBe(
      `{"type":"invoice.paid","timestamp":"${timestamp}","data":${data}}`,
    );
  });

  test("sends the data alone for the format data", () => {
    const data = '{"x":1.0}';
    expect(deliveryBody({ type: "a", timestamp, data, format: "data" })).toEqual(Buffer.from(data));
  });

  test("is JSON of exactly three members for any data", () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (type, data) => {
        const body: unknown = JSON.parse(deliveryBody({ type, timestamp, data, format: "full" }).toString());
        expect(body).toEqual({ type, timestamp, data: JSON.parse(data) });
      }),
    );
  });
});
