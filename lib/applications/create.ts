import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Application, createApplication as operation } from "../contracts/applications.ts";
import type { Input } from "../contracts/operation.ts";
import { newId, toPublicId } from "../ids.ts";
import { refuseTakenUid } from "./refuse-taken-uid.ts";
import { applicationIncludes, applicationTarget, toApplication } from "./to-application.ts";

/** Creates an application; without a uid its public id serves as one. Throws 409 when the uid is taken. */
export function createApplication(
  ctx: Context,
  { name, uid, metadata = {} }: Input<typeof operation>["body"],
): Promise<Application> {
  return transaction(ctx, async (tx) => {
    const id = newId();
    const data = { id, tenantId: ctx.tenantId, uid: uid ?? toPublicId("application", id), name, metadata };
    if (uid !== undefined) await refuseTakenUid(ctx, tx, { uid });
    const row = await tx.application.create({ data, include: applicationIncludes });
    await recordAudit(ctx, tx, { action: "application.created", target: applicationTarget(row) });
    return toApplication(row);
  });
}
