import { testEndpoint as testEndpointOperation } from "../../contracts/endpoints.ts";
import { createEvent, createEventBatch } from "../../contracts/events.ts";
import { testEndpoint } from "../../endpoints/test.ts";
import { acceptEvent, fingerprintOfEvents } from "../../events/accept.ts";
import { acceptBatch } from "../../events/accept-batch.ts";
import { acceptRoute, type Route, route } from "../route.ts";

export const acceptRoutes: Route[] = [
  acceptRoute(createEvent, (ctx, { body }, { text, idempotencyKey: key }) =>
    acceptEvent(ctx, {
      body,
      text,
      ...(key === undefined ? {} : { idempotency: { key, fingerprint: fingerprintOfEvents(text) } }),
    }),
  ),
  acceptRoute(createEventBatch, (ctx, { body }, { text, idempotencyKey }) =>
    acceptBatch(ctx, { body, text, idempotencyKey }),
  ),
  route(testEndpointOperation, (ctx, { params, body }) =>
    testEndpoint(ctx, { endpointId: params.id, ...body }),
  ),
];
