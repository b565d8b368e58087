"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { SearchTrigger } from "#components/layout/search-trigger.tsx";

// Its code comes when it is first asked for.
const Palette = dynamic(() => import("./palette.tsx").then((module) => module.Palette), { ssr: false });

/** The search field of the header; ⌘K or Ctrl K opens it from anywhere. */
export function PaletteTrigger() {
  const [open, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  if (open && !isWanted) setWanted(true);
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
      // What has the focus now gets it back when the palette closes.
      if (document.activeElement === document.body) trigger.current?.focus();
      setOpen((isOpen) => !isOpen);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <SearchTrigger ref={trigger} onOpen={() => setOpen(true)} />
      {isWanted ? <Palette open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
