import { z } from "zod";

const entries = z.array(z.object({ label: z.string(), href: z.string(), hint: z.string().optional() }));
export type RecentEntry = z.infer<typeof entries>[number];

const kept = 5;
const keyOf = (tenantId: string) => `posthorn:recent:${tenantId}`;

/** Where the person last went from the palette in this tenant, newest first, as this browser remembers it. */
export function readRecent(tenantId: string): RecentEntry[] {
  try {
    return entries.parse(JSON.parse(localStorage.getItem(keyOf(tenantId)) ?? "[]"));
  } catch {
    return [];
  }
}

export function rememberRecent(tenantId: string, { label, href, hint }: RecentEntry): void {
  const entry = { label, href, ...(hint === undefined ? {} : { hint }) };
  const others = readRecent(tenantId).filter((known) => known.href !== href);
  localStorage.setItem(keyOf(tenantId), JSON.stringify([entry, ...others].slice(0, kept)));
}
