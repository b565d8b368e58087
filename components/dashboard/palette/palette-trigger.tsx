"use client";

import { useEffect, useState } from "react";
import { SearchTrigger } from "#components/layout/search-trigger.tsx";
import { Palette } from "./palette.tsx";

/** The search field of the header; ⌘K or Ctrl K opens it from anywhere. */
export function PaletteTrigger() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOpen((isOpen) => !isOpen);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <SearchTrigger onOpen={() => setOpen(true)} />
      <Palette open={open} onOpenChange={setOpen} />
    </>
  );
}
