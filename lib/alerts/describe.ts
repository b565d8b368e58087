import type { Alert as AlertRow } from "#prisma/generated/client.ts";
import { env } from "../env.ts";
import { toPublicId } from "../ids.ts";

export type Description = { subject: string; lines: string[]; link: string };

/** An alert in words, with the page that explains it. */
export function describeAlert(
  { cause, endpointId, url, reason, count }: AlertRow,
  { slug, name }: { slug: string; name: string },
): Description {
  const base = `${env().url}/${slug}`;
  const id = endpointId === null ? "" : toPublicId("endpoint", endpointId);
  const pages: Record<string, [title: string, link: string]> = {
    "endpoint.failing": [`Endpoint failing: ${url}`, `${base}/endpoints/${id}`],
    "endpoint.disabled": [`Endpoint disabled: ${url}`, `${base}/endpoints/${id}`],
    "endpoint.recovered": [`Endpoint recovered: ${url}`, `${base}/endpoints/${id}`],
    "delivery.exhausted": [`Deliveries given up: ${url}`, `${base}/deliveries?endpoint=${id}&status=failed`],
  };
  const [subject, link] = pages[cause] ?? [`Test alert of ${name}`, `${base}/settings/notifications`];
  const again = count > 1 && cause === "endpoint.failing" ? [`It began to fail ${count} times.`] : [];
  const next = cause === "endpoint.disabled" ? [disabledAdvice] : [];
  return { subject, lines: [`${subject} (${name})`, reason, ...again, ...next], link };
}

const disabledAdvice = "Its waiting deliveries are canceled and can be sent again once you enable it.";
