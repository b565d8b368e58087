import type { Quota } from "./rate-limit.ts";

/** Adds what is left of the caller's rate limit (draft-ietf-httpapi-ratelimit-headers §3 and §4). */
export function tellQuota(headers: Headers, { limit, remaining, resetSeconds, windowSeconds }: Quota): void {
  headers.set("ratelimit-policy", `"requests";q=${limit};w=${windowSeconds}`);
  headers.set("ratelimit", `"requests";r=${remaining};t=${resetSeconds}`);
}
