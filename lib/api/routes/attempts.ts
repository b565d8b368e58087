import { getAttempt } from "../../attempts/get.ts";
import * as operations from "../../contracts/deliveries.ts";
import { type Route, route } from "../route.ts";

export const attemptRoutes: Route[] = [
  route(operations.getAttempt, (ctx, { params }) => getAttempt(ctx, params)),
];
