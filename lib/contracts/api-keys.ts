import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { scopes } from "./permissions.ts";

export const apiKey = z
  .object({
    id: id("apiKey"),
    name: z.string(),
    prefix: z.string().meta({ description: "The first characters, safe to show: phk_ab12cd34" }),
    scopes: z.array(z.enum(scopes)),
    createdBy: z.string(),
    lastUsedAt: timestamp.nullable(),
    expiresAt: timestamp.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof apiKey>;

export const createApiKeyBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length).default(["events:write"]),
  expiresAt: timestamp.optional(),
});

export const createApiKey = operation({
  id: "createApiKey",
  method: "post",
  path: "/api-keys",
  tag: "API keys",
  summary: "Create an API key",
  description: "The key itself is in this answer only.",
  access: "keys:manage",
  body: createApiKeyBody,
  answer: { status: 201, schema: apiKey.extend({ key: z.string() }).meta({ id: "CreatedApiKey" }) },
});

export const listApiKeys = operation({
  id: "listApiKeys",
  method: "get",
  path: "/api-keys",
  tag: "API keys",
  summary: "List API keys that are not revoked",
  access: "read",
  query: listQuery,
  answer: { status: 200, schema: page(apiKey) },
});

export const getApiKey = operation({
  id: "getApiKey",
  method: "get",
  path: "/api-keys/{id}",
  tag: "API keys",
  summary: "Get an API key",
  access: "read",
  params: idParams("apiKey"),
  answer: { status: 200, schema: apiKey },
});

export const updateApiKey = operation({
  id: "updateApiKey",
  method: "patch",
  path: "/api-keys/{id}",
  tag: "API keys",
  summary: "Rename an API key",
  access: "keys:manage",
  params: idParams("apiKey"),
  body: z.strictObject({ name: z.string().trim().min(1).max(100) }),
  answer: { status: 200, schema: apiKey },
});

export const removeApiKey = operation({
  id: "removeApiKey",
  method: "delete",
  path: "/api-keys/{id}",
  tag: "API keys",
  summary: "Revoke an API key",
  description: "Effective within a second on every web process.",
  access: "keys:manage",
  params: idParams("apiKey"),
  answer: { status: 204, schema: null },
});
