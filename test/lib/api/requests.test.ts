import { beforeAll, describe, expect, test } from "vitest";
import { callApi } from "#test/support/api.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let authorization: string;
beforeAll(async () => {
  tenant = await createTenantForTest();
  authorization = `Bearer ${await tenant.apiKey()}`;
});

const post = (body: unknown, headers: Record<string, string> = {}, path = "/applications") =>
  tenant.request("POST", path, body, headers);
const nested = (depth: number) => `{"name":"x","metadata":${"[".repeat(depth)}${"]".repeat(depth)}}`;

describe("bodies", () => {
  test.each<[string, unknown, number, string]>([
    ["not JSON", "{", 400, "invalid_json"],
    ["nothing but a comma", ",", 400, "invalid_json"],
    ["not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), 400, "invalid_json"],
    ["100,000 brackets deep", nested(100_000), 400, "invalid_json"],
    ["an array", "[]", 422, "invalid_request"],
    ["null", "null", 422, "invalid_request"],
    ["a text", '"x"', 422, "invalid_request"],
    ["a member named __proto__", '{"name":"x","__proto__":{"admin":true}}', 422, "invalid_request"],
    ["a member named constructor", '{"name":"x","constructor":1}', 422, "invalid_request"],
    ["U+0000 in a text", '{"name":"a\\u0000b"}', 422, "invalid_request"],
    ["half a surrogate pair", '{"name":"\\ud800"}', 422, "invalid_request"],
    ["U+0000 in a name", '{"name":"x","metadata":{"\\u0000":"y"}}', 422, "invalid_request"],
    [
      "too many bytes",
      JSON.stringify({ name: "x", metadata: { a: "x".repeat(262_144) } }),
      413,
      "body_too_large",
    ],
  ])("%s is refused", async (_, body, status, code) => {
    const answered = await post(body);
    expect([answered.status, answered.body.code]).toEqual([status, code]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "%s is no JSON",
    async (type) => {
      expect((await post({ name: "x" }, { "content-type": type })).status).toBe(415);
    },
  );

  test.each(["application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.acme+json"])(
    "%s is JSON",
    async (type) => {
      expect((await post({ name: "x" }, { "content-type": type })).status).toBe(201);
    },
  );

  test("without a body each missing field is named", async () => {
    const { status, body } = await tenant.request("POST", "/applications");
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: "name" }]);
  });

  test("every fault is named, of query and body at once", async () => {
    const { body } = await post({ uid: "a b", colour: "red" }, {}, "/applications?x=1");
    expect(body.errors.map(({ path }) => path).sort()).toEqual(["colour", "name", "uid", "x"]);
  });

  test("a body longer than announced is not read on", async () => {
    const response = await callApi({
      method: "POST",
      path: "/applications",
      headers: { authorization, "transfer-encoding": "chunked", "content-length": "" },
      body: "x".repeat(300_000),
    });
    expect(response.status).toBe(413);
  });
});

describe("events keep what settings refuse", () => {
  test.each([
    '{"text":"a\\u0000b"}',
    '{"text":"\\ud800"}',
    '{"__proto__":{"a":1},"a":1.0,"a":12345678901234567890}',
  ])("%s", async (data) => {
    const { status, body } = await post(`{"type":"a.b","data":${data}}`, {}, "/events");
    expect(status).toBe(202);
    expect((await tenant.request("GET", `/events/${body.id}`)).body.data).toBe(data);
  });
});

describe("methods and paths", () => {
  test.each([
    ["PUT", "/endpoints", "POST, GET, HEAD"],
    ["DELETE", "/endpoints", "POST, GET, HEAD"],
    ["OPTIONS", "/endpoints", "POST, GET, HEAD"],
    ["POST", "/me", "GET, HEAD"],
    ["GET", "/tenant", "PATCH"],
    ["PATCH", "/events/batch", "POST"],
  ])("%s %s is 405 and says what is allowed", async (method, path, allow) => {
    const { status, headers, body } = await tenant.request(method, path);
    expect([status, body.code, headers.get("allow")]).toEqual([405, "method_not_allowed", allow]);
  });

  test("HEAD answers as GET would, without the body", async () => {
    const { status, headers, body } = await tenant.request("HEAD", "/endpoints");
    expect([status, headers.get("content-type"), body]).toEqual([200, "application/json", ""]);
    expect((await callApi({ method: "HEAD", path: "/endpoints" })).status).toBe(401);
  });

  test.each([
    "/nothing",
    "/endpoints/",
    "//endpoints",
    "/endpoints/../me",
    "/Endpoints",
    "/endpoints%2f",
    "/%zz",
  ])("%s is no other way in", async (path) => {
    const { status } = await callApi({ method: "GET", path });
    expect([401, 404]).toContain(status);
  });

  test("no header of Next's own lets anybody in", async () => {
    const headers = {
      "x-middleware-subrequest": "middleware:middleware",
      rsc: "1",
      "next-router-prefetch": "1",
    };
    expect((await callApi({ method: "GET", path: "/endpoints", headers })).status).toBe(401);
  });

  test("a malformed id is 404, as a missing one", async () => {
    for (const id of [
      "x",
      "ep_zzzzzzzzzzzzzzzzzzzzzzzzzz",
      "evt_01jd7w4c8xf0x9s3y6z1v2k5mn",
      "%00",
      "__proto__",
    ]) {
      expect((await tenant.request("GET", `/endpoints/${id}`)).status).toBe(404);
    }
  });
});

describe("request ids", () => {
  test("a fit one is kept, any other replaced", async () => {
    const idOf = async (given: string) => {
      const { headers } = await callApi({ method: "GET", path: "/me", headers: { "x-request-id": given } });
      return headers.get("x-request-id");
    };
    expect(await idOf("req-1.A_b")).toBe("req-1.A_b");
    expect(await idOf("a b")).not.toBe("a b");
    expect(await idOf("x".repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });
});
