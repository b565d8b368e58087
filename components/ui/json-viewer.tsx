"use client";

import { ChevronsDownUp, ChevronsUpDown, WrapText } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";
import { FindBox } from "./find-box.tsx";
import { formatBytes } from "./format.ts";
import { IconButton } from "./icon-button.tsx";
import { parseForDisplay } from "./json-data.ts";
import { JsonTree } from "./json-tree.tsx";
import { RawText } from "./raw-text.tsx";
import { SegmentedControl } from "./segmented-control.tsx";
import { useFind } from "./use-find.ts";

export interface JsonViewerProps {
  /** The text as it is stored; Raw and Copy give exactly this. */
  text: string;
  /** Names the content: "Request body". */
  label: string;
  /** When the text is only the beginning: what to say about the rest. */
  truncatedNote?: string | undefined;
  /** Size in bytes, where it is known better than from the text (a truncated body). */
  bytes?: number | undefined;
  maxHeight?: string;
  /** More buttons on the bar. */
  actions?: ReactNode;
  /** "bare" is for a card that the viewer fills, which has the frame already. */
  look?: "framed" | "bare";
}

export function JsonViewer(props: JsonViewerProps) {
  const { text, label, truncatedNote, bytes, maxHeight = "32rem", actions, look = "framed" } = props;
  const content = useRef<HTMLDivElement>(null);
  const view = useView(text);
  const find = useFind(content, view.query, `${view.mode} ${view.openLevels} ${text}`);
  return (
    <figure
      aria-label={label}
      className={cn(
        "min-w-0 overflow-hidden bg-sunken",
        look === "framed" && "rounded-lg border border-line",
      )}
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b py-1 pr-1.5 pl-2">
        <ModeChoice view={view} />
        <span className="text-faint text-xs">{formatBytes(bytes ?? sizeOf(text))}</span>
        <div className="ml-auto flex min-w-0 items-center">
          <FindBox label={label} query={view.query} onQueryChange={view.setQuery} find={find} />
          <ViewButtons view={view} />
          {actions}
          <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} variant="ghost" />
        </div>
      </div>
      <div
        ref={content}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        style={{ maxHeight }}
        className="overflow-auto px-3 py-2 font-mono text-sm leading-5 focus-visible:-outline-offset-2"
      >
        {text === "" ? (
          <p className="font-sans text-faint">Empty</p>
        ) : (
          <Content view={view} text={text} label={label} />
        )}
      </div>
      {truncatedNote ? (
        <p className="border-line border-t bg-retrying-soft px-3 py-1.5 text-retrying text-sm">
          {truncatedNote}
        </p>
      ) : null}
    </figure>
  );
}

type View = ReturnType<typeof useView>;

function useView(text: string) {
  const [chosenMode, setMode] = useState<"pretty" | "raw">("pretty");
  const [wrap, setWrap] = useState(true);
  const [isOpen, setOpen] = useState<boolean>();
  const [query, setQuery] = useState("");
  const tree = useMemo(() => asTree(text), [text]);
  const isLarge = text.length > 60_000;
  const mode = tree ? chosenMode : "raw";
  const opened = isOpen ?? !isLarge;
  // A hit inside a closed branch would stay hidden.
  const openLevels = opened || (query && !isLarge) ? everyLevel : 1;
  return { mode, setMode, tree, wrap, setWrap, isLarge, opened, setOpen, openLevels, query, setQuery };
}

const everyLevel = 100;

function asTree(text: string): object | undefined {
  const value = parseForDisplay(text)?.value;
  return typeof value === "object" && value !== null ? value : undefined;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function ModeChoice({ view }: { view: View }) {
  if (!view.tree) return <span className="px-1 text-muted text-sm">Text</span>;
  return (
    <SegmentedControl
      label="View"
      value={view.mode}
      onValueChange={view.setMode}
      segments={[
        { value: "pretty", label: "Pretty" },
        { value: "raw", label: "Raw" },
      ]}
    />
  );
}

function ViewButtons({ view }: { view: View }) {
  if (view.mode === "pretty") {
    return (
      <IconButton
        label={view.opened ? "Collapse all" : "Expand all"}
        size="sm"
        icon={view.opened ? <ChevronsDownUp /> : <ChevronsUpDown />}
        onClick={() => view.setOpen(!view.opened)}
      />
    );
  }
  return (
    <IconButton
      label="Wrap lines"
      size="sm"
      aria-pressed={view.wrap}
      icon={<WrapText />}
      onClick={() => view.setWrap(!view.wrap)}
      className={cn(view.wrap && "text-brass")}
    />
  );
}

function Content({ view, text, label }: { view: View; text: string; label: string }) {
  if (view.mode === "raw" || !view.tree) return <RawText text={text} wrap={view.wrap} />;
  return <JsonTree value={view.tree} openLevels={view.openLevels} label={label} />;
}
