import { describe, expect, test } from "vitest";
import { checkHeaders } from "#lib/contracts/custom-headers.ts";
import { deliveryHeaders } from "#lib/delivery/headers.ts";

const signed = {
  id: "evt_1",
  timestampSeconds: 1_700_000_000,
  body: Buffer.from("{}"),
  keys: [Buffer.alloc(32)],
};

describe("deliveryHeaders", () => {
  test("carries the type, the agent, the three webhook headers and the custom ones", () => {
    expect(deliveryHeaders({ version: "0.1.0", ...signed, custom: { "X-Api-Key": "k" } })).toEqual({
      "content-type": "application/json",
      "user-agent": "Posthorn/0.1.0",
      "webhook-id": "evt_1",
      "webhook-timestamp": "1700000000",
      "webhook-signature": expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
      "x-api-key": "k",
    });
  });

  test("lets a custom header replace the agent and nothing else of ours", () => {
    const custom = {
      "User-Agent": "mine",
      "Webhook-Id": "x",
      "CONTENT-TYPE": "text/plain",
      Host: "evil",
      "Proxy-X": "y",
    };
    const headers = deliveryHeaders({ version: "0.1.0", ...signed, custom });
    expect(headers["user-agent"]).toBe("mine");
    expect(headers["webhook-id"]).toBe("evt_1");
    expect(headers["content-type"]).toBe("application/json");
    expect(Object.keys(headers)).toHaveLength(5);
  });

  test("sends a header named like an object's prototype", () => {
    const custom = JSON.parse('{"__proto__":"a","constructor":"b"}');
    const headers = deliveryHeaders({ version: "0.1.0", ...signed, custom });
    expect(Object.entries(headers)).toContainEqual(["__proto__", "a"]);
    expect(Object.entries(headers)).toContainEqual(["constructor", "b"]);
  });
});

describe("checkHeaders", () => {
  test("accepts ordinary headers", () => {
    const headers = {
      Authorization: "Bearer abc",
      "X-Team_1": "",
      "user-agent": "acme/1",
      Cookie: "a=b; c=d",
    };
    expect(checkHeaders(headers)).toEqual([]);
  });

  test.each([
    ...["host", "Content-Length", "TRANSFER-ENCODING", "connection", "Upgrade", "expect", "te", "Trailer"],
    ...[
      "Keep-Alive",
      "proxy-authorization",
      "Proxy-Connection",
      "webhook-id",
      "Webhook-Anything",
      "content-type",
    ],
  ])("refuses %s, which is not the tenant's to set", (name) => {
    expect(checkHeaders({ [name]: "x" })).toEqual([{ path: name, message: expect.stringContaining(name) }]);
  });

  test.each(["", "a b", "a:b", "a\r\nb", "ä", "a\0", "(x)", "a/b"])(
    "refuses the name %j, which is no token",
    (name) => {
      expect(checkHeaders({ [name]: "x" })).toHaveLength(1);
    },
  );

  test.each(["a\r\nEvil: 1", "a\nb", "a\0", "a\tb", "\x7f", "é", "\u{1f600}"])(
    "refuses the value %j",
    (value) => {
      expect(checkHeaders({ "x-a": value })).toEqual([{ path: "x-a", message: expect.any(String) }]);
    },
  );

  test("refuses too many, too long and repeated ones", () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`x-${index}`, "v"]));
    expect(checkHeaders(many)).toEqual([{ path: "", message: "At most 20 headers" }]);
    expect(checkHeaders({ ["x".repeat(129)]: "v" })).toHaveLength(1);
    expect(checkHeaders({ "x-a": "v".repeat(4097) })).toHaveLength(1);
    expect(checkHeaders({ ["x".repeat(128)]: "v".repeat(4096) })).toEqual([]);
    expect(checkHeaders({ "x-a": "1", "X-A": "2" })).toEqual([
      { path: "X-A", message: "X-A is given twice" },
    ]);
  });
});
