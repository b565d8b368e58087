import * as operations from "../../contracts/stats.ts";
import { getStats } from "../../stats/get.ts";
import { getEndpointStats } from "../../stats/get-endpoint.ts";
import { listEndpointStats } from "../../stats/list-endpoints.ts";
import { type Route, route } from "../route.ts";

export const statsRoutes: Route[] = [
  route(operations.getStats, (ctx, { query }) => getStats(ctx, query)),
  route(operations.listEndpointStats, (ctx, { query }) => listEndpointStats(ctx, query)),
  route(operations.getEndpointStats, (ctx, { params, query }) =>
    getEndpointStats(ctx, { ...params, ...query }),
  ),
];
