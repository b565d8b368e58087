import { blockedMessage, checkUrl } from "../delivery/guard.ts";
import { resolveTarget } from "../delivery/resolve-target.ts";
import { egressPolicy } from "../egress-policy.ts";
import { AppError, invalid } from "../errors.ts";
import { log } from "../log.ts";

const lookupMs = 3_000;

/**
 * Checks a receiver's URL as every delivery will, and answers with its normal form. A name that does not resolve yet is
 * let through: deliveries check again. Throws 422; why egress policy blocks it is for our logs alone.
 */
export async function checkTarget(input: string): Promise<string> {
  if (!URL.canParse(input)) throw invalid("url", "must be a full URL such as https://example.com/webhooks");
  const policy = egressPolicy();
  const checked = checkUrl(input, policy);
  if (checked.kind === "blocked") throw blocked(checked.reason);
  const target = await resolveTarget(checked.url, policy, { signal: AbortSignal.timeout(lookupMs) });
  if (target.kind === "blocked") throw blocked(target.reason);
  return checked.url.href;
}

function blocked(reason: string): AppError {
  log().info({ reason }, "a receiver's URL was refused");
  const fields = [{ path: "url", message: blockedMessage }];
  return new AppError("blocked_url", { detail: `${blockedMessage}.`, fields });
}
