import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import type { Permission } from "./permissions.ts";

/** What a portal link may let its holder do beside reading. */
export const portalPermissions = [
  "endpoints:write",
  "secrets:manage",
  "deliveries:resend",
] as const satisfies Permission[];
export type PortalPermission = (typeof portalPermissions)[number];

const permissions = z
  .array(z.enum(portalPermissions))
  .max(portalPermissions.length)
  .meta({ description: "Beside reading: manage endpoints, reveal and rotate secrets, resend." });

export const portalSessionStates = ["unopened", "open", "expired", "revoked"] as const;

export const portalSession = z
  .object({
    id: id("portalSession"),
    application: id("application"),
    permissions,
    state: z.enum(portalSessionStates),
    createdBy: z.string(),
    createdAt: timestamp,
    openedAt: timestamp.nullable(),
    expiresAt: timestamp.meta({ description: "Of the link until it is opened, then of the session." }),
  })
  .meta({ id: "PortalSession" });
export type PortalSession = z.infer<typeof portalSession>;

const params = z.strictObject({ id: applicationRef });

export const createPortalLinkBody = z.strictObject({
  permissions: permissions.default([...portalPermissions]),
  expiresInSeconds: z
    .int()
    .min(60)
    .max(604_800)
    .default(600)
    .meta({ description: "Until when the link can be opened." }),
  sessionSeconds: z
    .int()
    .min(300)
    .max(86_400)
    .default(3_600)
    .meta({ description: "How long the session lasts that it opens." }),
});

export const createPortalLink = operation({
  id: "createPortalLink",
  method: "post",
  path: "/applications/{id}/portal-link",
  tag: "Portal",
  summary: "Create a portal link",
  description:
    "Opens the portal of this application once, in one browser. Give it to that application's own people, or show it in a frame; the URL is in this answer only.",
  access: "applications:write",
  params,
  body: createPortalLinkBody,
  answer: { status: 200, schema: portalSession.extend({ url: z.string() }).meta({ id: "PortalLink" }) },
});

export const listPortalSessions = operation({
  id: "listPortalSessions",
  method: "get",
  path: "/applications/{id}/portal-sessions",
  tag: "Portal",
  summary: "List the portal links of an application with the sessions they opened",
  access: "read",
  params,
  query: listQuery,
  answer: { status: 200, schema: page(portalSession) },
});

export const revokePortalSessions = operation({
  id: "revokePortalSessions",
  method: "post",
  path: "/applications/{id}/portal-sessions/revoke",
  tag: "Portal",
  summary: "Revoke every portal link and session of an application",
  access: "applications:write",
  params,
  answer: { status: 200, schema: z.object({ revoked: z.int() }) },
});

export const revokePortalSession = operation({
  id: "revokePortalSession",
  method: "delete",
  path: "/portal-sessions/{id}",
  tag: "Portal",
  summary: "Revoke a portal link and the session it opened",
  access: "applications:write",
  params: idParams("portalSession"),
  answer: { status: 204, schema: null },
});

export const openPortalSession = operation({
  id: "openPortalSession",
  method: "post",
  path: "/portal/session",
  tag: "Portal",
  summary: "Open a portal link",
  description: "Called by the portal's page with the link's token as bearer; answers once.",
  access: "portal-link",
  answer: { status: 200, schema: z.object({ token: z.string(), expiresAt: timestamp }) },
});

export const closePortalSession = operation({
  id: "closePortalSession",
  method: "delete",
  path: "/portal/session",
  tag: "Portal",
  summary: "End the portal session at hand",
  access: "portal-session",
  answer: { status: 204, schema: null },
});
