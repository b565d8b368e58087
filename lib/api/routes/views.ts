import * as operations from "../../contracts/views.ts";
import { createView } from "../../views/create.ts";
import { getView } from "../../views/get.ts";
import { listViews } from "../../views/list.ts";
import { removeView } from "../../views/remove.ts";
import { updateView } from "../../views/update.ts";
import { type Route, route } from "../route.ts";

export const viewRoutes: Route[] = [
  route(operations.createView, (ctx, { body }) => createView(ctx, body)),
  route(operations.listViews, (ctx, { query }) => listViews(ctx, query)),
  route(operations.getView, (ctx, { params }) => getView(ctx, params)),
  route(operations.updateView, (ctx, { params, body }) => updateView(ctx, { ...params, ...body })),
  route(operations.removeView, (ctx, { params }) => removeView(ctx, params)),
];
