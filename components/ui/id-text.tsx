"use client";

import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";
import { shortenMiddle } from "./format.ts";
import { TextLink } from "./text-link.tsx";

export interface IdTextProps {
  id: string;
  /** What kind of id, for the copy button's name. */
  label?: string;
  /** Characters kept at the end; the prefix before "_" is always kept. */
  tail?: number;
  /** Shows all of it. */
  full?: boolean;
  copy?: boolean;
  /** The page of what has this id. */
  href?: string;
  className?: string;
}

/** An id in mono, shortened in the middle, whole on hover and when copied. */
export function IdText({
  id,
  label = "id",
  tail = 6,
  full = false,
  copy = true,
  href,
  className,
}: IdTextProps) {
  const text = (
    <span title={id} className={cn("font-mono text-sm", full ? "break-all" : "whitespace-nowrap")}>
      {full ? id : shortenMiddle(id, tail)}
    </span>
  );
  return (
    <span className={cn("group/id inline-flex min-w-0 items-center gap-0.5 align-middle", className)}>
      {href === undefined ? (
        text
      ) : (
        <TextLink href={href} className="touch-target">
          {text}
        </TextLink>
      )}
      {copy ? (
        <CopyButton
          text={id}
          label={`Copy ${label}`}
          className="touch-target -my-1 size-6 text-faint opacity-0 transition-opacity focus-visible:opacity-100 group-hover/id:opacity-100 max-sm:opacity-100 max-sm:size-6"
        />
      ) : null}
    </span>
  );
}
