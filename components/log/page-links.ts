"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { LogPage } from "./live-rows.ts";

/** Addresses of the neighbouring pages, with the filters of this one and nothing open. */
export function usePageLinks({ nextCursor, prevCursor }: LogPage<unknown>) {
  const pathname = usePathname();
  const current = useSearchParams();
  const hrefOf = (cursor: string | null) => {
    if (cursor === null) return null;
    const search = new URLSearchParams(current);
    for (const name of ["delivery", "attempt", "part"]) search.delete(name);
    search.set("cursor", cursor);
    return `${pathname}?${search}`;
  };
  return { previousHref: hrefOf(prevCursor), nextHref: hrefOf(nextCursor) };
}
