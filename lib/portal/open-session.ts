import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { AppError } from "../errors.ts";
import { portalSessionTarget } from "./to-portal-session.ts";
import { newPortalToken, sessionPrefix } from "./token.ts";

/** Turns the link at hand into a session; its token is in this answer only. Of two at once, one gets 401: a link opens once. */
export function openPortalSession(ctx: Context): Promise<{ token: string; expiresAt: string }> {
  return transaction(ctx, async (tx) => {
    const { token, hash } = newPortalToken(sessionPrefix);
    const [row] = await tx.$queryRaw<{ id: string; label: string; expires_at: Date }[]>`
      UPDATE portal_sessions held
         SET session_hash = ${hash}, opened_at = now(), expires_at = now() + session_seconds * interval '1 second'
        FROM applications
       WHERE held.id = ${ctx.actor.id}::uuid AND held.tenant_id = ${ctx.tenantId}::uuid
         AND applications.id = held.application_id
         AND held.opened_at IS NULL AND held.revoked_at IS NULL AND held.expires_at > now()
      RETURNING held.id, applications.name AS label, held.expires_at`;
    if (!row) throw new AppError("unauthenticated", { detail: "This portal link was opened already." });
    await recordAudit(ctx, tx, { action: "portal.opened", target: portalSessionTarget(row, row.label) });
    return { token, expiresAt: row.expires_at.toISOString() };
  });
}
