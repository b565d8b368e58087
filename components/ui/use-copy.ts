"use client";

import { useEffect, useState } from "react";
import { toast } from "./toast.ts";

type CopySource = string | (() => string | Promise<string>);

/** Copies text and says so for 1.6 seconds; what keeps it from being copied becomes a toast, and `copy` answers false. */
export function useCopy(): { copied: boolean; copy: (source: CopySource) => Promise<boolean> } {
  const [copiedAt, setCopiedAt] = useState<number>();
  useEffect(() => {
    if (copiedAt === undefined) return;
    const timer = setTimeout(() => setCopiedAt(undefined), 1600);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  const copy = async (source: CopySource) => {
    const text = typeof source === "string" ? source : source();
    try {
      await writeClipboard(text);
      setCopiedAt(Date.now());
      return true;
    } catch {
      await sayWhyNot(text);
      return false;
    }
  };
  return { copied: copiedAt !== undefined, copy };
}

async function sayWhyNot(text: string | Promise<string>): Promise<void> {
  try {
    await text;
    toast.error("The browser did not allow copying", {
      description: "Select the text and copy it by hand.",
    });
  } catch (error) {
    toast.error("It could not be copied", { description: error instanceof Error ? error.message : "" });
  }
}

async function writeClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === "string") return writeText(text);
  // Safari takes text that comes later only in this form, begun at the press itself.
  if (!navigator.clipboard || typeof ClipboardItem === "undefined") return writeText(await text);
  const blob = text.then((made) => new Blob([made], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

async function writeText(text: string): Promise<void> {
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
