import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Application, updateApplication as operation } from "../contracts/applications.ts";
import type { Input } from "../contracts/operation.ts";
import { defined } from "../defined.ts";
import { refuseTakenUid } from "./refuse-taken-uid.ts";
import { resolveApplication } from "./resolve.ts";
import { applicationIncludes, applicationTarget, toApplication } from "./to-application.ts";

export type ApplicationUpdate = { application: string } & Input<typeof operation>["body"];

/** Changes what is given of an application, named by id or uid. Throws 404, and 409 when the new uid is taken. */
export function updateApplication(
  ctx: Context,
  { application, ...changes }: ApplicationUpdate,
): Promise<Application> {
  return transaction(ctx, async (tx) => {
    const { id } = await resolveApplication({ ...ctx, tx }, application);
    if (changes.uid !== undefined) await refuseTakenUid(ctx, tx, { uid: changes.uid, exceptId: id });
    const row = await tx.application.update({
      where: { id, tenantId: ctx.tenantId },
      data: { ...defined(changes), updatedAt: new Date() },
      include: applicationIncludes,
    });
    const details = { fields: Object.keys(defined(changes)) };
    await recordAudit(ctx, tx, { action: "application.updated", target: applicationTarget(row), details });
    return toApplication(row);
  });
}
