import { testEndpoint as testEndpointOperation } from "../../contracts/endpoints.ts";
import { createEvent, createEventBatch } from "../../contracts/events.ts";
import { testEndpoint } from "../../endpoints/test.ts";
import { acceptEvent, fingerprintOfEvents } from "../../events/accept.ts";
import { acceptBatch } from "../../events/accept-batch.ts";
import { memberText } from "../../events/json-text.ts";
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
  route(testEndpointOperation, (ctx, { params, body }, { text }) =>
    testEndpoint(ctx, { endpointId: params.id, eventType: body.eventType, data: memberText(text, "data") }),
  ),
];
