import * as operations from "../../contracts/inbox.ts";
import { clearInbox } from "../../inbox/clear.ts";
import { getInbox } from "../../inbox/get.ts";
import { getInboxRequest } from "../../inbox/get-request.ts";
import { listInboxRequests } from "../../inbox/list-requests.ts";
import { renewInbox } from "../../inbox/renew.ts";
import { updateInbox } from "../../inbox/update.ts";
import { type Route, route } from "../route.ts";

export const inboxRoutes: Route[] = [
  route(operations.getInbox, (ctx) => getInbox(ctx)),
  route(operations.updateInbox, (ctx, { body }) => updateInbox(ctx, body)),
  route(operations.renewInbox, (ctx) => renewInbox(ctx)),
  route(operations.listInboxRequests, (ctx, { query }) => listInboxRequests(ctx, query)),
  route(operations.getInboxRequest, (ctx, { params }) => getInboxRequest(ctx, params)),
  route(operations.clearInbox, (ctx) => clearInbox(ctx)),
];
