"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type CodeLanguage, type CodeToken, highlight } from "./highlight.ts";

/** Code in colour; plain until it is looked at and the highlighter has come, and for good if that does not. */
export function CodeLines({ code, language }: { code: string; language?: CodeLanguage | undefined }) {
  const element = useRef<HTMLElement>(null);
  const isNear = useNear(element);
  const lines = useHighlight(code, isNear ? language : undefined);
  if (!lines) return <code ref={element}>{code}</code>;
  return (
    <code>
      {lines.map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
        <span key={number}>
          {number > 0 ? "\n" : ""}
          {line.map((token, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the line
            <span key={place} style={{ color: token.color }}>
              {token.text}
            </span>
          ))}
        </span>
      ))}
    </code>
  );
}

/** Whether the element has been near the window, once it was. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !element.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: "200px",
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}

// Past this a colour is not worth the wait.
const maxHighlightedLength = 60_000;

function useHighlight(code: string, language: CodeLanguage | undefined): CodeToken[][] | undefined {
  const [coloured, setColoured] = useState<{ code: string; lines: CodeToken[][] }>();
  useEffect(() => {
    if (!language || code.length > maxHighlightedLength) return;
    let isCurrent = true;
    highlight(code, language).then(
      (lines) => isCurrent && setColoured({ code, lines }),
      () => isCurrent && setColoured(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [code, language]);
  return coloured?.code === code ? coloured.lines : undefined;
}
