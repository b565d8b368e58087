import * as operations from "../../contracts/deliveries.ts";
import { getDeliveryHistogram } from "../../contracts/histogram.ts";
import { exportDeliveries } from "../../contracts/log-exports.ts";
import * as selected from "../../contracts/selected-deliveries.ts";
import { getSignedRequest } from "../../contracts/signed-request.ts";
import { cancelDeliveries, cancelDelivery } from "../../deliveries/cancel.ts";
import { exportDeliveries as exportFile } from "../../deliveries/export.ts";
import { getDelivery } from "../../deliveries/get.ts";
import { getSignedRequest as signRequest } from "../../deliveries/get-signed-request.ts";
import { getDeliveryHistogram as getHistogram } from "../../deliveries/histogram.ts";
import { listDeliveries } from "../../deliveries/list.ts";
import { retryDeliveries, retryDelivery } from "../../deliveries/retry.ts";
import { fileRoute, type Route, route } from "../route.ts";

export const deliveryRoutes: Route[] = [
  route(operations.listDeliveries, (ctx, { query }) => listDeliveries(ctx, query)),
  route(getDeliveryHistogram, (ctx, { query }) => getHistogram(ctx, query)),
  fileRoute(exportDeliveries, (ctx, { query }) => exportFile(ctx, query)),
  route(operations.getDelivery, (ctx, { params }) => getDelivery(ctx, params)),
  route(getSignedRequest, (ctx, { params }) => signRequest(ctx, params)),
  route(operations.retryDelivery, (ctx, { params }) => retryDelivery(ctx, params)),
  route(operations.cancelDelivery, (ctx, { params }) => cancelDelivery(ctx, params)),
  route(selected.retryDeliveries, (ctx, { body }) => retryDeliveries(ctx, body)),
  route(selected.cancelDeliveries, (ctx, { body }) => cancelDeliveries(ctx, body)),
];
