"use client";

import { useEffect, useState } from "react";
import { toast } from "./toast.ts";

type CopySource = string | (() => string | Promise<string>);

/** Copies text and says so for 1.6 seconds; a refusal of the browser becomes a toast, and `copy` answers false. */
export function useCopy(): { copied: boolean; copy: (source: CopySource) => Promise<boolean> } {
  const [copiedAt, setCopiedAt] = useState<number>();
  useEffect(() => {
    if (copiedAt === undefined) return;
    const timer = setTimeout(() => setCopiedAt(undefined), 1600);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  const copy = async (source: CopySource) => {
    try {
      await writeClipboard(typeof source === "string" ? source : await source());
      setCopiedAt(Date.now());
      return true;
    } catch {
      toast.error("The browser did not allow copying", {
        description: "Select the text and copy it by hand.",
      });
      return false;
    }
  };
  return { copied: copiedAt !== undefined, copy };
}

async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Plain http on another host than localhost has no clipboard API.
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.style.position = "fixed";
  holder.style.opacity = "0";
  document.body.append(holder);
  holder.select();
  const done = document.execCommand("copy");
  holder.remove();
  if (!done) throw new Error("copy refused");
}
