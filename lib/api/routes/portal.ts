import * as portal from "../../contracts/portal.ts";
import * as settings from "../../contracts/portal-settings.ts";
import { closePortalSession } from "../../portal/close-session.ts";
import { createPortalLink } from "../../portal/create-link.ts";
import { describePortal } from "../../portal/describe.ts";
import { listPortalSessions } from "../../portal/list.ts";
import { openPortalSession } from "../../portal/open-session.ts";
import { revokePortalSession } from "../../portal/revoke.ts";
import { revokePortalSessions } from "../../portal/revoke-all.ts";
import { getPortalSettings } from "../../portal/settings.ts";
import { updatePortalSettings } from "../../portal/update-settings.ts";
import { type Route, route } from "../route.ts";

export const portalRoutes: Route[] = [
  route(portal.createPortalLink, (ctx, { params, body }) =>
    createPortalLink(ctx, { ...body, application: params.id }),
  ),
  route(portal.listPortalSessions, (ctx, { params, query }) =>
    listPortalSessions(ctx, { ...query, application: params.id }),
  ),
  route(portal.revokePortalSessions, (ctx, { params }) =>
    revokePortalSessions(ctx, { application: params.id }),
  ),
  route(portal.revokePortalSession, (ctx, { params }) => revokePortalSession(ctx, params)),
  route(settings.getPortalSettings, (ctx) => getPortalSettings(ctx)),
  route(settings.updatePortalSettings, (ctx, { body }) => updatePortalSettings(ctx, body)),
  route(portal.openPortalSession, (ctx) => openPortalSession(ctx)),
  route(settings.getPortal, (ctx) => describePortal(ctx)),
  route(portal.closePortalSession, (ctx) => closePortalSession(ctx)),
];
