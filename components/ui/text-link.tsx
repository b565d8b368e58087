import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

const style =
  "rounded-sm underline decoration-control underline-offset-3 transition-colors hover:decoration-brass-solid";

/** A link inside text; one that leaves the product opens a new tab and says so. */
export function TextLink({ href, className, children, ...rest }: ComponentProps<typeof Link>) {
  const isExternal = typeof href === "string" && /^https?:/.test(href);
  if (!isExternal) {
    return (
      <Link href={href} className={cn(style, className)} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} target="_blank" rel="noreferrer" className={cn(style, className)}>
      {children}
      <ArrowUpRight aria-hidden className="ml-0.5 inline size-3.5 align-[-2px] text-faint" />
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}
