import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { errorTable } from "#lib/errors.ts";
import { callApi, operations } from "#test/support/api.ts";

type Described = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<
    string,
    { $ref?: string; description?: string; content?: Record<string, { schema: object }> }
  >;
  security: object[];
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: Record<"schemas" | "responses" | "securitySchemes", Record<string, object>>;
};

let document: Document;
beforeAll(async () => {
  document = (await callApi({ method: "GET", path: "/openapi.json" })).body as unknown as Document;
});

const described = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test("anybody may read it", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toMatchObject({
    title: "Posthorn API",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

test("it covers every route, and nothing else", () => {
  const documented = described().map(
    ({ path, method, operation }) => `${operation.operationId} ${method} ${path}`,
  );
  expect(documented.sort()).toEqual(
    operations.map(({ id, method, path }) => `${id} ${method} ${path}`).sort(),
  );
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );
  expect(references.length).toBeGreaterThan(100);
  for (const reference of new Set(references)) {
    const found = reference
      .split("/")
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], document);
    expect(found, reference).toBeTypeOf("object");
  }
});

test("every schema is a JSON Schema of draft 2020-12", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema({ $id: "posthorn:document", ...document });
  for (const name of Object.keys(document.components.schemas))
    expect(() => ajv.compile({ $ref: `posthorn:document#/components/schemas/${name}` }), name).not.toThrow();
  for (const { operation } of described()) {
    for (const { schema } of operation.parameters) expect(ajv.validateSchema(schema)).toBe(true);
    for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
      expect(ajv.validateSchema(schema), operation.operationId).toBe(true);
  }
});

describe("each operation", () => {
  test("names its path parameters, all required, in the path's own words", () => {
    for (const { path, operation } of described()) {
      const named = operation.parameters.filter((parameter) => parameter.in === "path");
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named.map(({ name }) => name)).toEqual(inPath);
      expect(named.every(({ required }) => required)).toBe(true);
    }
  });

  test("offers an idempotency key on POST and only there", () => {
    for (const { method, operation } of described()) {
      const offers = operation.parameters.some(({ name }) => name === "Idempotency-Key");
      expect([operation.operationId, offers]).toEqual([operation.operationId, method === "post"]);
    }
  });

  test("needs a key or a session, and says how it can be refused", () => {
    for (const { operation } of described()) {
      expect(operation.security.length).toBeGreaterThan(0);
      for (const status of ["401", "403", "429", "503"])
        expect(operation.responses[status], `${operation.operationId} ${status}`).toBeDefined();
    }
  });
});

test("every error code is described, as problem+json", () => {
  const text = JSON.stringify(document.components.responses);
  for (const code of Object.keys(errorTable)) expect(text).toContain(`\`${code}\``);
  for (const response of Object.values(document.components.responses))
    expect(response).toMatchObject({
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    });
});
