import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { callApi } from "#test/support/api.ts";
import { describedOperations } from "#test/support/api-document.ts";
import { type ApiServer, serveApi } from "#test/support/api-server.ts";
import { expectDescribed } from "#test/support/described-answer.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";
import { makeObjects, missing, objectAt } from "./objects.ts";

let tenant: TestTenant;
let asOwner: Requester;
let server: ApiServer;
beforeAll(async () => {
  tenant = await createTenantForTest();
  asOwner = await tenant.withRole("owner");
  server = await serveApi();
});
afterAll(() => server.close());

const placeOf = (path: string) => path.replace(/\{\w+\}/, missing[objectAt(path) ?? "event"]);
const paths = Map.groupBy(describedOperations, ({ path }) => path);

describe("a method that a path does not have is 405 and names those it has", () => {
  const wrong = [...paths].flatMap(([path, operations]) => {
    const methods = operations.map(({ method }) => method);
    const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : [])];
    // To GET, /events/batch is the event with the name "batch".
    const named = ["/events/batch", "/deliveries/retry", "/deliveries/cancel"].includes(path) ? ["GET"] : [];
    return ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]
      .filter((method) => ![...methods, ...named].includes(method))
      .map((method) => ({ method, path, allow }));
  });

  test.each(wrong)("$method $path", async ({ method, path, allow }) => {
    const { status, headers, body } = await asOwner(method, placeOf(path));
    expect([status, body.code]).toEqual([405, "method_not_allowed"]);
    expect(headers.get("allow")?.split(", ").sort()).toEqual(allow.sort());
  });

  test.each(["TRACE", "CONNECT", "BREW"])("%s is refused before it gets anywhere", async (method) => {
    const { status } = await rawCall(`${method} /api/v1/endpoints HTTP/1.1`);
    expect([0, 400, 405]).toContain(status);
  });
});

describe("an operation with a body", () => {
  const taking = describedOperations.filter(({ body }) => body);

  test.each(taking)("$operationId takes JSON alone", async ({ method, path }) => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      const { status } = await asOwner(method, placeOf(path), "{}", { "content-type": type });
      expect([type, status]).toEqual([type, 415]);
    }
  });

  test.each(taking)(
    "$operationId reads no more than its limit, announced or not",
    async ({ method, path }) => {
      const largest = env().maxEventBytes * (path === "/events/batch" ? 20 : 1);
      const body = `{"x":"${"x".repeat(largest)}"}`;
      const announced = await asOwner(method, placeOf(path), body);
      expect([announced.status, announced.body.code]).toEqual([413, "body_too_large"]);
      const chunked = { "content-length": "", "transfer-encoding": "chunked" };
      expect((await asOwner(method, placeOf(path), body, chunked)).status).toBe(413);
    },
  );
});

describe("credentials that are none", () => {
  const forms = [
    "",
    "Bearer",
    "Bearer ",
    "Basic YWRhOnNlY3JldA==",
    "Bearer phk_",
    "Bearer phk_abcd1234_",
    "Bearer phk_abcd1234_x x",
    "Bearer phk_abcd1234_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, Bearer y",
    `Bearer ${"x".repeat(5_000)}`,
    "Bearer __proto__",
    "Bearer \u00ff\u00fe",
    "Digest username=x",
  ];

  test.each(forms)("%j is 401", async (authorization) => {
    const answer = await server.send({ method: "GET", path: "/endpoints", headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="posthorn"');
  });

  test.each(["x", "..", "e30.e30.e30", "x".repeat(4_000), "%00", "%zz"])(
    "a session of %j is 401",
    async (session) => {
      for (const name of ["next-auth.session-token", "next-auth.session-token.0"]) {
        const headers = { cookie: `${name}=${session}`, "posthorn-tenant": tenant.publicId };
        expect((await callApi({ method: "GET", path: "/endpoints", headers })).status).toBe(401);
      }
    },
  );

  test("a wrong key with a good session is 401: what is given must be right", async () => {
    const headers = { authorization: "Bearer phk_abcd1234_x" };
    expect((await asOwner("GET", "/endpoints", undefined, headers)).status).toBe(401);
  });
});

describe("what is deleted is gone for every operation on it", () => {
  const deleting = describedOperations.filter(
    ({ method, path }) => method === "DELETE" && path.includes("{"),
  );
  // Charts of a deleted endpoint stay, as its deliveries do.
  const stays = ["getEndpointStats"];

  test.each(deleting)("$path", async ({ path }) => {
    const another = await createTenantForTest();
    const owner = await another.withRole("owner");
    const objects = await makeObjects(another, "somebody");
    const name = objects[objectAt(path) ?? "event"];
    expect((await owner("DELETE", path.replace(/\{\w+\}/, name))).status).toBe(204);
    const onIt = describedOperations.filter(
      (operation) => operation.path.startsWith(path) && !stays.includes(operation.operationId),
    );
    expect(onIt.length).toBeGreaterThan(path === "/portal-sessions/{id}" ? 0 : 1);
    for (const { operationId, method, path: place, body } of onIt) {
      const answer = await owner(method, place.replace(/\{\w+\}/, name), body && (bodies[operationId] ?? {}));
      expect([operationId, answer.status]).toEqual([operationId, 404]);
    }
  });
});

/** Bodies that pass validation, where an empty one does not. */
const bodies: Record<string, object> = { updateMember: { role: "viewer" }, updateApiKey: { name: "x" } };

test.each(describedOperations)(
  "$operationId says which field of a query it does not know",
  async (operation) => {
    const { method, path } = operation;
    const credentials = { authorization: `Bearer ${await tenant.apiKey()}` };
    const answer = await server.send({ method, path: `${placeOf(path)}?nonsense=1`, headers: credentials });
    expect([403, 422]).toContain(answer.status);
    if (answer.status === 422) expect(answer.text).toContain('"path":"nonsense"');
    expectDescribed(operation, answer);
  },
);

async function rawCall(line: string): Promise<{ status: number }> {
  const socket = connect(server.port, "127.0.0.1");
  socket.end(`${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0) };
}
