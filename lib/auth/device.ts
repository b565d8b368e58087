import { clientAddress } from "../client-address.ts";

/** Where a request comes from, as far as it tells. */
export type Device = { ipAddress: string | undefined; userAgent: string | undefined };

const longestUserAgent = 400;

/** The device behind a request's headers. */
export function deviceOf(headers: Headers): Device {
  const userAgent = headers.get("user-agent")?.slice(0, longestUserAgent) || undefined;
  return { ipAddress: clientAddress(headers), userAgent };
}
