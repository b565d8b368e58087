"use client";

import { ChevronsDownUp, ChevronsUpDown, WrapText } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { cn } from "./cn.ts";
import { CopyButton } from "./copy-button.tsx";
import { FindBox } from "./find-box.tsx";
import { formatBytes } from "./format.ts";
import { IconButton } from "./icon-button.tsx";
import { JsonTree } from "./json-tree.tsx";
import { PartSteps, RawText } from "./raw-text.tsx";
import { SegmentedControl } from "./segmented-control.tsx";
import { type JsonView, useJsonView } from "./use-json-view.ts";

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
  const view = useJsonView(text, content);
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
          <FindBox label={label} query={view.query} onQueryChange={view.setQuery} find={view.find} />
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
      {view.part && view.partCount > 1 ? (
        <PartSteps place={view.place} count={view.partCount} onPlaceChange={view.setPlace} />
      ) : null}
      {truncatedNote ? (
        <p className="border-line border-t bg-retrying-soft px-3 py-1.5 text-retrying text-sm">
          {truncatedNote}
        </p>
      ) : null}
    </figure>
  );
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function ModeChoice({ view }: { view: JsonView }) {
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

function ViewButtons({ view }: { view: JsonView }) {
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

function Content({ view, text, label }: { view: JsonView; text: string; label: string }) {
  if (view.part) return <RawText text={text} part={view.part} wrap={view.wrap} />;
  return view.tree ? <JsonTree value={view.tree} openLevels={view.openLevels} label={label} /> : null;
}
