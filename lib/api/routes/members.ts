import * as operations from "../../contracts/members.ts";
import { getMember } from "../../members/get.ts";
import { leaveTenant } from "../../members/leave.ts";
import { listMembers } from "../../members/list.ts";
import { removeMember } from "../../members/remove.ts";
import { updateMember } from "../../members/update.ts";
import { type Route, route } from "../route.ts";

export const memberRoutes: Route[] = [
  route(operations.listMembers, (ctx, { query }) => listMembers(ctx, query)),
  route(operations.getMember, (ctx, { params }) => getMember(ctx, params)),
  route(operations.updateMember, (ctx, { params, body }) => updateMember(ctx, { ...params, ...body })),
  route(operations.removeMember, (ctx, { params }) => removeMember(ctx, params)),
  route(operations.leaveTenant, (ctx) => leaveTenant(ctx)),
];
