import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The link of a table row: its words are the name, its target is the whole row. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        "font-medium text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2",
        className,
      )}
      {...rest}
    />
  );
}

/** Lifts a button or link above the row's own link, so that it can be pressed by itself. */
export const aboveRowLink = "relative z-1";
