import { timingSafeEqual } from "node:crypto";
import { env } from "./env.ts";
import { hashToken } from "./vault.ts";

/** Whether a request with this `Authorization` header may read /metrics: `off` unless POSTHORN_METRICS_TOKEN is set. */
export function metricsAccess(authorization: string | undefined): "off" | "refused" | "granted" {
  const { metricsToken } = env();
  if (metricsToken === undefined) return "off";
  const given = authorization?.replace(/^Bearer +/i, "") ?? "";
  return timingSafeEqual(hashToken(given), hashToken(metricsToken)) ? "granted" : "refused";
}
