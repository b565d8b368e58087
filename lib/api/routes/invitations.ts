import * as operations from "../../contracts/invitations.ts";
import { createInvitation } from "../../invitations/create.ts";
import { getInvitation } from "../../invitations/get.ts";
import { listInvitations } from "../../invitations/list.ts";
import { resendInvitation } from "../../invitations/resend.ts";
import { revokeInvitation } from "../../invitations/revoke.ts";
import { type Route, route } from "../route.ts";

export const invitationRoutes: Route[] = [
  route(operations.createInvitation, (ctx, { body }) => createInvitation(ctx, body)),
  route(operations.listInvitations, (ctx, { query }) => listInvitations(ctx, query)),
  route(operations.getInvitation, (ctx, { params }) => getInvitation(ctx, params)),
  route(operations.resendInvitation, (ctx, { params }) => resendInvitation(ctx, params)),
  route(operations.removeInvitation, (ctx, { params }) => revokeInvitation(ctx, params)),
];
