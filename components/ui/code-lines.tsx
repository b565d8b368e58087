"use client";

import { useEffect, useState } from "react";
import { type CodeLanguage, type CodeToken, highlight } from "./highlight.ts";

/** Code in colour; plain until the highlighter has come, and for good if it does not. */
export function CodeLines({ code, language }: { code: string; language?: CodeLanguage | undefined }) {
  const lines = useHighlight(code, language);
  if (!lines) return <code>{code}</code>;
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
