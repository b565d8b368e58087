"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import { findOffsets } from "./find-offsets.ts";
import type { TextPart } from "./text-parts.ts";

export interface Find {
  count: number;
  /** Which hit is current, from 0. */
  current: number;
  next: () => void;
  previous: () => void;
  /** Where in the text the current hit begins; undefined in a tree, where hits are found in what is drawn. */
  offset: number | undefined;
}

export interface FindIn {
  query: string;
  text: string;
  /** The stretch of the text that the element's `pre` shows; undefined where it draws something else. */
  part: TextPart | undefined;
  /** Changes whenever something else is drawn. */
  drawn: string;
}

/** Marks every place where `query` stands in the element's text, and scrolls to one after the other. */
export function useFind(
  container: RefObject<HTMLElement | null>,
  { query, text, part, drawn }: FindIn,
): Find {
  const isText = part !== undefined;
  const offsets = useMemo(() => (isText ? findOffsets(text, query) : []), [isText, text, query]);
  const [ranges, setRanges] = useState<Range[]>([]);
  const count = isText ? offsets.length : ranges.length;
  const { current, move } = useCurrent(`${isText} ${query}`, count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is found in the document
  useEffect(() => {
    const element = container.current;
    if (!element || query === "") return setRanges([]);
    setRanges(part ? rangesIn(element, part, offsets) : rangesOf(element, query));
  }, [container, query, offsets, part?.start, drawn]);
  const before = part ? offsets.findIndex(({ start }) => start >= part.start) : 0;
  useEffect(() => {
    const hit = ranges[current - before];
    if (container.current && hit) reveal(hit, container.current);
    return mark(ranges, hit);
  }, [container, ranges, current, before]);
  return {
    count,
    current,
    next: () => move(1),
    previous: () => move(-1),
    offset: offsets[current]?.start,
  };
}

/** Which of `count` hits is current; the first again for another query. */
function useCurrent(about: string, count: number) {
  const [place, setPlace] = useState({ about, at: 0 });
  const at = place.about === about ? place.at : 0;
  const current = count === 0 ? 0 : Math.min(at, count - 1);
  const move = (by: 1 | -1) => count > 0 && setPlace({ about, at: (current + by + count) % count });
  return { current, move };
}

const mostRanges = 2000;

/** Ranges over what is drawn, text node by text node. */
function rangesOf(element: HTMLElement, query: string): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode() && ranges.length < mostRanges) {
    const node = walker.currentNode;
    for (const { start, length } of findOffsets(node.nodeValue ?? "", query))
      ranges.push(rangeOver(node, start, start + length));
  }
  return ranges;
}

/** Ranges over the hits that begin in the shown part; one that goes on in the next ends with this. */
function rangesIn(element: HTMLElement, part: TextPart, offsets: ReturnType<typeof findOffsets>): Range[] {
  const node = element.querySelector("pre")?.firstChild;
  if (!node) return [];
  return offsets
    .filter(({ start }) => start >= part.start && start < part.end)
    .map(({ start, length }) =>
      rangeOver(node, start - part.start, Math.min(start + length, part.end) - part.start),
    );
}

function rangeOver(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** Scrolls the hit into the element, and nothing else. */
function reveal(hit: Range, element: HTMLElement): void {
  const [at, frame] = [hit.getBoundingClientRect(), element.getBoundingClientRect()];
  if (at.top < frame.top || at.bottom > frame.bottom) {
    element.scrollTop += at.top - frame.top - frame.height / 3;
  }
  if (at.left < frame.left || at.right > frame.right) {
    element.scrollLeft += at.left - frame.left - frame.width / 3;
  }
}

function mark(ranges: Range[], current: Range | undefined): (() => void) | undefined {
  if (!("highlights" in CSS) || ranges.length === 0) return undefined;
  CSS.highlights.set("found", new Highlight(...ranges));
  if (current) CSS.highlights.set("found-current", new Highlight(current));
  return () => {
    CSS.highlights.delete("found");
    CSS.highlights.delete("found-current");
  };
}
