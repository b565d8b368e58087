"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { useState } from "react";
import { CodeBlock } from "./code-block.tsx";
import type { CodeLanguage } from "./highlight.ts";
import { tabStyle } from "./tab-style.ts";
import { useScrollLine } from "./use-scroll-line.ts";

export interface Snippet {
  /** Shown on the tab: "curl", "TypeScript". */
  label: string;
  language: CodeLanguage;
  code: string;
}

export interface CodeTabsProps {
  label: string;
  snippets: readonly [Snippet, ...Snippet[]];
  maxHeight?: string;
}

/** The same thing said in several languages; the choice is remembered for the visit. */
export function CodeTabs({ label, snippets, maxHeight }: CodeTabsProps) {
  const [chosen, setChosen] = useState<string>();
  const line = useScrollLine();
  const snippet = snippets.find((candidate) => candidate.label === chosen) ?? snippets[0];
  const tabs = (
    <ToggleGroup
      ref={line}
      aria-label={`${label}: language`}
      value={[snippet.label]}
      onValueChange={([next]) => next && setChosen(next)}
      className="scroll-line -mb-px flex h-full min-w-0 gap-4 self-end"
    >
      {snippets.map(({ label: name }) => (
        <Toggle
          key={name}
          value={name}
          className={`${tabStyle} h-full text-sm data-pressed:border-brass-solid data-pressed:text-ink`}
        >
          {name}
        </Toggle>
      ))}
    </ToggleGroup>
  );
  return (
    <CodeBlock
      code={snippet.code}
      language={snippet.language}
      title={tabs}
      label={`${label} (${snippet.label})`}
      {...(maxHeight ? { maxHeight } : {})}
    />
  );
}
