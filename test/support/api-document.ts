import { createApi } from "#lib/api/app.ts";

/** A JSON Schema of the document; members that tests look into are spelled out. */
export type Schema = {
  $ref?: string;
  type?: string;
  pattern?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  multipleOf?: number;
};

export type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema };

type Content = Record<string, { schema: Schema }>;
export type Response = {
  $ref?: string;
  description?: string;
  headers?: Record<string, { required?: boolean }>;
  content?: Content;
};

export type DescribedOperation = {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, Response>;
  security: object[];
};

export type ApiDocument = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Response>;
    securitySchemes: Record<string, object>;
  };
};

/** The OpenAPI document as anybody gets it. */
export const apiDocument: ApiDocument = await (await createApi().request("/api/v1/openapi.json")).json();

/** Its operations, each with its upper-case method and its path below `/api/v1`. */
export const describedOperations = Object.entries(apiDocument.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    path,
    method: method.toUpperCase(),
    body: operation.requestBody?.content["application/json"]?.schema,
  })),
);
