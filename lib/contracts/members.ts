import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { roles } from "./permissions.ts";

export const member = z
  .object({ id: id("user"), email: z.string(), name: z.string(), role: z.enum(roles), createdAt: timestamp })
  .meta({ id: "Member" });
export type Member = z.infer<typeof member>;

export const listMembers = operation({
  id: "listMembers",
  method: "get",
  path: "/members",
  tag: "Members",
  summary: "List members",
  access: "read",
  query: listQuery,
  answer: { status: 200, schema: page(member) },
});

export const getMember = operation({
  id: "getMember",
  method: "get",
  path: "/members/{id}",
  tag: "Members",
  summary: "Get a member",
  access: "read",
  params: idParams("user"),
  answer: { status: 200, schema: member },
});

export const updateMember = operation({
  id: "updateMember",
  method: "patch",
  path: "/members/{id}",
  tag: "Members",
  summary: "Change a member's role",
  description: "Nobody grants a role above their own; the last owner stays.",
  access: "members:manage",
  params: idParams("user"),
  body: z.strictObject({ role: z.enum(roles) }),
  answer: { status: 200, schema: member },
});

export const removeMember = operation({
  id: "removeMember",
  method: "delete",
  path: "/members/{id}",
  tag: "Members",
  summary: "Remove a member",
  access: "members:manage",
  params: idParams("user"),
  answer: { status: 204, schema: null },
});

export const leaveTenant = operation({
  id: "leaveTenant",
  method: "delete",
  path: "/membership",
  tag: "Members",
  summary: "Leave the tenant",
  description: "For people, whatever their role; the last owner stays.",
  access: "signed-in",
  answer: { status: 204, schema: null },
});
