import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import type { SchemaNode } from "./schema-node.ts";

export interface SchemaTreeProps {
  /** The value as a whole: an object's properties are the tree. */
  root: SchemaNode;
  /** Says what the tree describes, for screen readers. */
  label: string;
  /** How many levels stand open at first. */
  openLevels?: number;
  /** Leaves "required" out, for answers, where it says nothing. */
  isAnswer?: boolean;
}

/** The values of a JSON Schema, nested and foldable; needs no script, and the browser's search opens what it finds. */
export function SchemaTree({ root, label, openLevels = 2, isAnswer = false }: SchemaTreeProps) {
  const nodes = root.children.length > 0 ? root.children : [root];
  return (
    <section aria-label={label} className="text-sm">
      <Branch nodes={nodes} openLevels={openLevels} isAnswer={isAnswer} />
    </section>
  );
}

interface BranchProps extends Required<Pick<SchemaTreeProps, "openLevels" | "isAnswer">> {
  nodes: readonly SchemaNode[];
}

function Branch({ nodes, openLevels, isAnswer }: BranchProps) {
  return (
    <ul className="divide-y divide-line">
      {nodes.map((node, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no name of their own
        <li key={place} className="min-w-0 py-2.5 first:pt-0 last:pb-0">
          <Value node={node} openLevels={openLevels} isAnswer={isAnswer} />
        </li>
      ))}
    </ul>
  );
}

function Value({ node, openLevels, isAnswer }: Omit<BranchProps, "nodes"> & { node: SchemaNode }) {
  const about = <About node={node} isAnswer={isAnswer} />;
  if (node.children.length === 0) return about;
  return (
    <details open={openLevels > 1} className="group/value">
      <summary className="flex cursor-pointer list-none items-start gap-1.5 rounded-sm [&::-webkit-details-marker]:hidden">
        <div className="min-w-0 flex-1">{about}</div>
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-faint transition-transform group-open/value:rotate-90"
        />
      </summary>
      <div className="mt-2.5 border-line border-l pl-4">
        <Branch nodes={node.children} openLevels={openLevels - 1} isAnswer={isAnswer} />
      </div>
    </details>
  );
}

function About({ node, isAnswer }: { node: SchemaNode; isAnswer: boolean }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {node.name ? <Name node={node} /> : null}
        <span className="text-muted text-xs">{node.type}</span>
        {node.isRequired && !isAnswer ? <Mark className="text-muted">required</Mark> : null}
        {node.isDeprecated ? <Mark className="text-muted">deprecated</Mark> : null}
      </p>
      {node.description ? <p className="mt-0.5 text-ink-strong wrap-anywhere">{node.description}</p> : null}
      {node.values.length > 0 ? <Values values={node.values} /> : null}
      {node.limits.length > 0 ? (
        <p className="mt-0.5 text-muted text-xs wrap-anywhere">{node.limits.join(" · ")}</p>
      ) : null}
    </>
  );
}

function Name({ node }: { node: SchemaNode }) {
  return (
    <code className={cn("font-medium font-mono text-ink wrap-anywhere", node.isDeprecated && "line-through")}>
      {node.name}
    </code>
  );
}

function Mark({ children, className }: { children: ReactNode; className: string }) {
  return <span className={cn("font-medium text-xs", className)}>{children}</span>;
}

function Values({ values }: { values: readonly string[] }) {
  return (
    <ul aria-label="Values" className="mt-1 flex flex-wrap gap-1">
      {values.map((value) => (
        <li key={value} className="max-w-full">
          <Badge tone="outline" className="font-mono font-normal">
            {value}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
