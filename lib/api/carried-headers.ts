import type { Quota } from "./rate-limit.ts";
import type { ApiContext } from "./request.ts";

/** What every answer carries: its request id, and what is left of the caller's rate limit. */
export function carriedHeaders(c: ApiContext): Record<string, string> {
  const { requestId, quota } = c.var;
  return {
    "x-request-id": requestId,
    "x-content-type-options": "nosniff",
    ...(quota ? quotaHeaders(quota) : {}),
  };
}

/** draft-ietf-httpapi-ratelimit-headers §3 and §4. */
function quotaHeaders({ limit, remaining, resetSeconds, windowSeconds }: Quota): Record<string, string> {
  return {
    "ratelimit-policy": `"requests";q=${limit};w=${windowSeconds}`,
    ratelimit: `"requests";r=${remaining};t=${resetSeconds}`,
  };
}
