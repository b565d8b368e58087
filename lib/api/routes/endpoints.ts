import * as operations from "../../contracts/endpoints.ts";
import { checkTarget } from "../../endpoints/check-target.ts";
import { createEndpoint } from "../../endpoints/create.ts";
import { expirePreviousSecrets } from "../../endpoints/expire-previous-secrets.ts";
import { getEndpoint } from "../../endpoints/get.ts";
import { getEndpointSecret } from "../../endpoints/get-secret.ts";
import { listEndpoints } from "../../endpoints/list.ts";
import { removeEndpoint } from "../../endpoints/remove.ts";
import { rotateEndpointSecret } from "../../endpoints/rotate-secret.ts";
import { updateEndpoint } from "../../endpoints/update.ts";
import { type Route, route } from "../route.ts";

export const endpointRoutes: Route[] = [
  route(operations.createEndpoint, (ctx, { body }) => createEndpoint(ctx, body), {
    before: ({ body }) => checkTarget(body.url),
  }),
  route(operations.listEndpoints, (ctx, { query }) => listEndpoints(ctx, query)),
  route(operations.getEndpoint, (ctx, { params }) => getEndpoint(ctx, params)),
  route(operations.updateEndpoint, (ctx, { params, body }) => updateEndpoint(ctx, { ...params, ...body }), {
    before: async ({ body }) => body.url !== undefined && checkTarget(body.url),
  }),
  route(operations.removeEndpoint, (ctx, { params }) => removeEndpoint(ctx, params)),
  route(operations.getEndpointSecret, (ctx, { params }) => getEndpointSecret(ctx, params)),
  route(operations.rotateEndpointSecret, (ctx, { params, body }) =>
    rotateEndpointSecret(ctx, { ...params, ...body }),
  ),
  route(operations.expirePreviousSecrets, (ctx, { params }) => expirePreviousSecrets(ctx, params)),
];
