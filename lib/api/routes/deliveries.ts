import * as operations from "../../contracts/deliveries.ts";
import { cancelDelivery } from "../../deliveries/cancel.ts";
import { getDelivery } from "../../deliveries/get.ts";
import { listDeliveries } from "../../deliveries/list.ts";
import { retryDelivery } from "../../deliveries/retry.ts";
import { type Route, route } from "../route.ts";

export const deliveryRoutes: Route[] = [
  route(operations.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  route(operations.getDelivery, (ctx, { params }) => getDelivery(ctx, params)),
  route(operations.retryDelivery, (ctx, { params }) => retryDelivery(ctx, params)),
  route(operations.cancelDelivery, (ctx, { params }) => cancelDelivery(ctx, params)),
];
