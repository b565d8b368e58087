"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import { parseForDisplay } from "./json-data.ts";
import { partsOf } from "./text-parts.ts";
import { type Find, useFind } from "./use-find.ts";

export type JsonView = ReturnType<typeof useJsonView>;

/** How a text is being looked at: as a tree or as it came, how far open, which part of it, and what is sought in it. */
export function useJsonView(text: string, container: RefObject<HTMLElement | null>) {
  const [chosenMode, setMode] = useState<"pretty" | "raw">("pretty");
  const [wrap, setWrap] = useState(true);
  const [isOpen, setOpen] = useState<boolean>();
  const [query, setQuery] = useState("");
  const tree = useMemo(() => treeOf(text), [text]);
  const isLarge = text.length > largeLength;
  // Most of a large tree is closed, and what is closed cannot be found.
  const mode = tree && !(isLarge && query) ? chosenMode : "raw";
  const opened = isOpen ?? !isLarge;
  const openLevels = levelsOf({ isLarge, opened, isSought: query !== "" });
  const { parts, place, setPlace } = useParts(text);
  const part = mode === "raw" ? parts[place] : undefined;
  const find = useFind(container, { query, text, part, drawn: `${openLevels} ${wrap} ${text.length}` });
  useFollow(find, parts, setPlace);
  const choices = { mode, setMode, wrap, setWrap, opened, setOpen, query, setQuery };
  return { ...choices, tree, openLevels, find, part, place, setPlace, partCount: parts.length };
}

const largeLength = 60_000;
const everyLevel = 100;

type Openness = { isLarge: boolean; opened: boolean; isSought: boolean };

/** How many levels stand open: never so many of a large text that drawing them would hold up the page. */
function levelsOf({ isLarge, opened, isSought }: Openness): number {
  if (isLarge) return opened ? 2 : 1;
  return opened || isSought ? everyLevel : 1;
}

function treeOf(text: string): object | undefined {
  const value = parseForDisplay(text)?.value;
  return typeof value === "object" && value !== null ? value : undefined;
}

function useParts(text: string) {
  const parts = useMemo(() => partsOf(text), [text]);
  const [chosen, setPlace] = useState(0);
  return { parts, place: Math.min(chosen, parts.length - 1), setPlace };
}

/** Shows the part that holds the current hit. */
function useFollow({ offset }: Find, parts: ReturnType<typeof partsOf>, setPlace: (place: number) => void) {
  useEffect(() => {
    if (offset !== undefined) setPlace(parts.findIndex(({ end }) => offset < end));
  }, [offset, parts, setPlace]);
}
