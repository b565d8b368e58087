"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";

export interface FileButtonProps {
  /** Names what is chosen, for screen readers: "Logo file". */
  label: string;
  /** As an `<input type="file">` takes it. */
  accept: string;
  onFile: (file: File) => void;
  icon?: ReactNode;
  disabled?: boolean;
  children: ReactNode;
}

/** A button that opens the browser's file chooser. */
export function FileButton({ label, accept, onFile, icon, disabled, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        className="sr-only"
        tabIndex={-1}
        disabled={disabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // So that the same file can be chosen again after it was edited.
          target.value = "";
        }}
      />
      <Button size="sm" icon={icon} disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
