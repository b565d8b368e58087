"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlStyle } from "./control-style.ts";

export interface TextareaProps extends ComponentProps<"textarea"> {
  mono?: boolean;
}

export function Textarea({ mono = false, className, rows = 4, ...rest }: TextareaProps) {
  const style = cn(
    controlStyle,
    "block w-full min-w-0 resize-y px-2.5 py-1.5",
    mono && "font-mono text-sm",
    className,
  );
  return <Field.Control render={<textarea rows={rows} className={style} spellCheck={!mono} {...rest} />} />;
}
