"use client";

import { Check, Copy } from "lucide-react";
import { Button, type ButtonProps } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { useCopy } from "./use-copy.ts";

export interface CopyButtonProps extends Pick<ButtonProps, "variant" | "size" | "className" | "disabled"> {
  /** The text, or how to get it at the moment of the press. */
  text: string | (() => string | Promise<string>);
  /** What is copied, for the button's name: "Copy id". */
  label: string;
  /** Shows the label as words instead of an icon alone. */
  withLabel?: boolean;
}

export function CopyButton({ text, label, withLabel = false, size = "sm", ...rest }: CopyButtonProps) {
  const { copied, copy } = useCopy();
  const icon = copied ? <Check className="text-delivered" /> : <Copy />;
  const name = copied ? "Copied" : label;
  return (
    <>
      {withLabel ? (
        <Button icon={icon} size={size} onClick={() => copy(text)} {...rest}>
          {name}
        </Button>
      ) : (
        <IconButton label={name} icon={icon} size={size} side="top" onClick={() => copy(text)} {...rest} />
      )}
      <span role="status" className="sr-only">
        {copied ? "Copied to the clipboard" : ""}
      </span>
    </>
  );
}
