import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { roles } from "./permissions.ts";

export const invitation = z
  .object({
    id: id("invitation"),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z.string(),
    expiresAt: timestamp,
    createdAt: timestamp,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof invitation>;

/** The link works once; it is in the answers of create and resend only, and in the e-mail. */
const withLink = invitation.extend({ link: z.string() }).meta({ id: "InvitationWithLink" });

export const createInvitationBody = z.strictObject({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  role: z.enum(roles),
});

export const createInvitation = operation({
  id: "createInvitation",
  method: "post",
  path: "/invitations",
  tag: "Members",
  summary: "Invite somebody by e-mail",
  access: "members:manage",
  body: createInvitationBody,
  answer: { status: 201, schema: withLink },
});

export const listInvitations = operation({
  id: "listInvitations",
  method: "get",
  path: "/invitations",
  tag: "Members",
  summary: "List open invitations",
  access: "members:manage",
  query: listQuery,
  answer: { status: 200, schema: page(invitation) },
});

export const getInvitation = operation({
  id: "getInvitation",
  method: "get",
  path: "/invitations/{id}",
  tag: "Members",
  summary: "Get an open invitation",
  access: "members:manage",
  params: idParams("invitation"),
  answer: { status: 200, schema: invitation },
});

export const resendInvitation = operation({
  id: "resendInvitation",
  method: "post",
  path: "/invitations/{id}/resend",
  tag: "Members",
  summary: "Send an invitation again with a new link",
  description: "The former link stops working; the seven days start anew.",
  access: "members:manage",
  params: idParams("invitation"),
  answer: { status: 202, schema: withLink },
});

export const removeInvitation = operation({
  id: "removeInvitation",
  method: "delete",
  path: "/invitations/{id}",
  tag: "Members",
  summary: "Revoke an invitation",
  access: "members:manage",
  params: idParams("invitation"),
  answer: { status: 204, schema: null },
});
