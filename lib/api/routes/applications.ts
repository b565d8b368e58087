import { createApplication } from "../../applications/create.ts";
import { getApplication } from "../../applications/get.ts";
import { listApplications } from "../../applications/list.ts";
import { removeApplication } from "../../applications/remove.ts";
import { updateApplication } from "../../applications/update.ts";
import * as operations from "../../contracts/applications.ts";
import { type Route, route } from "../route.ts";

export const applicationRoutes: Route[] = [
  route(operations.createApplication, (ctx, { body }) => createApplication(ctx, body)),
  route(operations.listApplications, (ctx, { query }) => listApplications(ctx, query)),
  route(operations.getApplication, (ctx, { params }) => getApplication(ctx, { application: params.id })),
  route(operations.updateApplication, (ctx, { params, body }) =>
    updateApplication(ctx, { ...body, application: params.id }),
  ),
  route(operations.removeApplication, (ctx, { params }) =>
    removeApplication(ctx, { application: params.id }),
  ),
];
