import { createApiKey } from "../../api-keys/create.ts";
import { getApiKey } from "../../api-keys/get.ts";
import { listApiKeys } from "../../api-keys/list.ts";
import { removeApiKey } from "../../api-keys/remove.ts";
import { updateApiKey } from "../../api-keys/update.ts";
import * as operations from "../../contracts/api-keys.ts";
import { type Route, route } from "../route.ts";

export const apiKeyRoutes: Route[] = [
  route(operations.createApiKey, (ctx, { body }) => createApiKey(ctx, body)),
  route(operations.listApiKeys, (ctx, { query }) => listApiKeys(ctx, query)),
  route(operations.getApiKey, (ctx, { params }) => getApiKey(ctx, params)),
  route(operations.updateApiKey, (ctx, { params, body }) => updateApiKey(ctx, { ...params, ...body })),
  route(operations.removeApiKey, (ctx, { params }) => removeApiKey(ctx, params)),
];
