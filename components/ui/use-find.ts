"use client";

import { type RefObject, useEffect, useState } from "react";

export interface Find {
  count: number;
  /** Which hit is current, from 0. */
  current: number;
  next: () => void;
}

/** Marks every place where `query` stands in the element's text, and scrolls to one after the other. */
export function useFind(container: RefObject<HTMLElement | null>, query: string, content: unknown): Find {
  const [ranges, setRanges] = useState<Range[]>([]);
  const [current, setCurrent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text changes with the content
  useEffect(() => {
    setCurrent(0);
    setRanges(container.current && query ? findRanges(container.current, query) : []);
  }, [container, query, content]);
  useEffect(() => mark(ranges, current), [ranges, current]);
  const next = () => setCurrent((position) => (ranges.length === 0 ? 0 : (position + 1) % ranges.length));
  return { count: ranges.length, current, next };
}

const maxHits = 2000;

function findRanges(element: HTMLElement, query: string): Range[] {
  const needle = query.toLowerCase();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode() && ranges.length < maxHits) {
    const text = walker.currentNode.nodeValue?.toLowerCase() ?? "";
    for (
      let at = text.indexOf(needle);
      at >= 0 && ranges.length < maxHits;
      at = text.indexOf(needle, at + needle.length)
    ) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + needle.length);
      ranges.push(range);
    }
  }
  return ranges;
}

function mark(ranges: Range[], current: number): (() => void) | undefined {
  const hit = ranges[current];
  hit?.startContainer.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!("highlights" in CSS) || !hit) return undefined;
  CSS.highlights.set("found", new Highlight(...ranges));
  CSS.highlights.set("found-current", new Highlight(hit));
  return () => {
    CSS.highlights.delete("found");
    CSS.highlights.delete("found-current");
  };
}
