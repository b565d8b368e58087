import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import type { Context } from "../context.ts";
import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { acceptEvent } from "../events/accept.ts";
import { toPublicId } from "../ids.ts";
import { describeAlert } from "./describe.ts";

/** Posts an alert as an event of the chosen application, once however often it is called; answers with what is wrong, or null. */
export async function postAlertEvent(alert: AlertRow): Promise<string | null> {
  const { tenantId, cause, endpointId, url, reason, count, createdAt } = alert;
  const tenant = await prisma().tenant.findUnique({
    where: { id: tenantId },
    select: { slug: true, name: true, alertSettings: true },
  });
  const application = tenant?.alertSettings?.operationalApplicationId;
  if (!tenant || !application) return "No application is chosen any more.";
  const { link } = describeAlert(alert, tenant);
  const endpoint = endpointId === null ? null : { id: toPublicId("endpoint", endpointId), url };
  const body = {
    id: toPublicId("alert", alert.id),
    type: cause === "test" ? "posthorn.test" : cause,
    application: toPublicId("application", application),
    timestamp: createdAt.toISOString(),
    data: { endpoint, reason, count, link },
  };
  const ctx: Context = { tenantId, actor: { kind: "system", id: null, label: "Posthorn" } };
  try {
    await acceptEvent(ctx, { body, text: JSON.stringify(body) });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
