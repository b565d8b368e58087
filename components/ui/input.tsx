"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlStyle } from "./control-style.ts";

export interface InputProps extends ComponentProps<"input"> {
  /** Ids, URLs and secrets read better in the mono face. */
  mono?: boolean;
  /** Shown inside the control, before or after the text. */
  before?: ReactNode;
  after?: ReactNode;
}

export function Input({ mono = false, before, after, className, ...rest }: InputProps) {
  const style = cn(
    controlStyle,
    "h-8 w-full min-w-0 px-2.5 max-sm:h-11",
    mono && "font-mono text-sm",
    before && "pl-8",
    after && "pr-9",
    className,
  );
  const input = <BaseInput className={style} {...rest} />;
  if (!before && !after) return input;
  return (
    <span className="relative flex w-full items-center">
      {before ? <Affix side="left-2.5">{before}</Affix> : null}
      {input}
      {after ? <span className="absolute right-1 flex items-center">{after}</span> : null}
    </span>
  );
}

function Affix({ side, children }: { side: string; children: ReactNode }) {
  return (
    <span className={cn("pointer-events-none absolute flex items-center text-faint [&_svg]:size-4", side)}>
      {children}
    </span>
  );
}
