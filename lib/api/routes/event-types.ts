import * as operations from "../../contracts/event-types.ts";
import { createEventType } from "../../event-types/create.ts";
import { getEventType } from "../../event-types/get.ts";
import { importEventTypes } from "../../event-types/import.ts";
import { listEventTypes } from "../../event-types/list.ts";
import { listEventTypeVersions } from "../../event-types/list-versions.ts";
import { removeEventType } from "../../event-types/remove.ts";
import { updateEventType } from "../../event-types/update.ts";
import { type Route, route } from "../route.ts";

export const eventTypeRoutes: Route[] = [
  route(operations.createEventType, (ctx, { body }) => createEventType(ctx, body)),
  route(operations.importEventTypes, (ctx, { body }) => importEventTypes(ctx, body)),
  route(operations.listEventTypes, (ctx, { query }) => listEventTypes(ctx, query)),
  route(operations.getEventType, (ctx, { params }) => getEventType(ctx, params)),
  route(operations.listEventTypeVersions, (ctx, { params }) => listEventTypeVersions(ctx, params)),
  route(operations.updateEventType, (ctx, { params, body }) => updateEventType(ctx, { ...body, ...params })),
  route(operations.removeEventType, (ctx, { params }) => removeEventType(ctx, params)),
];
