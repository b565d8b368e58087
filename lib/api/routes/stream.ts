import * as operations from "../../contracts/stream.ts";
import { type Route, streamRoute } from "../route.ts";
import { followChanges } from "../stream/follow-changes.ts";

export const streamRoutes: Route[] = [
  streamRoute(operations.followChanges, (ctx, { query }, { lastEventId, isStillAllowed }) =>
    followChanges(ctx, { application: query.application, lastEventId, isStillAllowed }),
  ),
];
