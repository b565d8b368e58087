"use client";

import { WrapText } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cn } from "./cn.ts";
import { CodeLines } from "./code-lines.tsx";
import { CopyButton } from "./copy-button.tsx";
import type { CodeLanguage } from "./highlight.ts";
import { IconButton } from "./icon-button.tsx";

export interface CodeBlockProps {
  code: string;
  language?: CodeLanguage;
  /** On the bar above the code: a file name, or tabs. */
  title?: ReactNode;
  /** Names the code for screen readers. */
  label?: string;
  /** The scrolling part grows to this height. */
  maxHeight?: string;
  /** How long lines are shown at first. */
  lines?: "scroll" | "wrap";
  className?: string;
}

export function CodeBlock({
  code,
  language,
  title,
  label = "Code",
  maxHeight = "28rem",
  lines = "scroll",
  className,
}: CodeBlockProps) {
  const [wrap, setWrap] = useState(lines === "wrap");
  return (
    <figure
      aria-label={label}
      className={cn("min-w-0 overflow-hidden rounded-lg border border-line bg-sunken", className)}
    >
      <figcaption className="flex h-10 items-center justify-between gap-2 border-line border-b pr-1.5 pl-4 text-muted text-sm max-sm:h-12">
        <span className="flex h-full min-w-0 items-center truncate">{title ?? language}</span>
        <span className="flex items-center">
          <IconButton
            label="Wrap lines"
            size="sm"
            aria-pressed={wrap}
            icon={<WrapText />}
            onClick={() => setWrap(!wrap)}
            className="aria-pressed:text-brass"
          />
          <CopyButton text={code} label="Copy code" variant="ghost" />
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} style={{ maxHeight }} className={cn(preStyle, wrap && wrapStyle)}>
        <CodeLines code={code} language={language} />
      </pre>
    </figure>
  );
}

const preStyle =
  "overflow-auto px-4 py-3 font-mono text-sm leading-5 [tab-size:2] focus-visible:-outline-offset-2 [font-feature-settings:normal]";
const wrapStyle = "whitespace-pre-wrap wrap-anywhere";
