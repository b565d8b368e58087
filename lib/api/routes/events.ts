import * as operations from "../../contracts/events.ts";
import { getEventHistogram } from "../../contracts/histogram.ts";
import { exportEvents } from "../../contracts/log-exports.ts";
import { exportEvents as exportFile } from "../../events/export.ts";
import { getEvent } from "../../events/get.ts";
import { getEventHistogram as getHistogram } from "../../events/histogram.ts";
import { listEvents } from "../../events/list.ts";
import { replayEvent } from "../../events/replay.ts";
import { fileRoute, type Route, route } from "../route.ts";

export const eventRoutes: Route[] = [
  route(operations.listEvents, (ctx, { query }) => listEvents(ctx, query)),
  route(getEventHistogram, (ctx, { query }) => getHistogram(ctx, query)),
  fileRoute(exportEvents, (ctx, { query }) => exportFile(ctx, query)),
  route(operations.getEvent, (ctx, { params }) => getEvent(ctx, params)),
  route(operations.replayEvent, (ctx, { params, body }) => replayEvent(ctx, { ...params, ...body })),
];
