import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const email = z
  .object({
    id: id("email"),
    recipient: z.string(),
    subject: z.string(),
    status: z
      .enum(["queued", "sent", "failed", "kept"])
      .meta({ description: "kept: no SMTP_URL is set, so it stays here." }),
    error: z.string().nullable(),
    createdAt: timestamp,
    sentAt: timestamp.nullable(),
  })
  .meta({ id: "Email" });
export type Email = z.infer<typeof email>;

export const listEmails = operation({
  id: "listEmails",
  method: "get",
  path: "/emails",
  tag: "Account",
  summary: "List e-mails of this tenant, as sent or kept",
  access: "mailbox:read",
  query: listQuery,
  answer: { status: 200, schema: page(email) },
});

export const getEmail = operation({
  id: "getEmail",
  method: "get",
  path: "/emails/{id}",
  tag: "Account",
  summary: "Read an e-mail",
  description:
    "Its text is available only while no SMTP_URL is set, since it may hold a link that works once.",
  access: "mailbox:read",
  params: idParams("email"),
  answer: { status: 200, schema: email.extend({ text: z.string().nullable() }).meta({ id: "EmailDetail" }) },
});
