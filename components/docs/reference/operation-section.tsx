import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { SchemaNode } from "#components/schema/schema-node.ts";
import { SchemaTree } from "#components/schema/schema-tree.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { MethodBadge } from "./method-badge.tsx";
import type { DocumentedAnswer, ReferenceOperation } from "./reference.ts";

/** One operation: what it does, who may call it, what it takes, what it answers. */
export function OperationSection({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, description, access, takesIdempotencyKey } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-20 items-start gap-x-10 gap-y-5 border-line border-t py-8 2xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]"
    >
      <div className="min-w-0">
        <h3 id={`${id}-title`} className="font-semibold text-lg">
          <a href={`#${id}`} className="rounded-sm hover:underline">
            {summary}
          </a>
        </h3>
        <p className="mt-1.5 flex flex-wrap items-center gap-2">
          <MethodBadge method={method} />
          <code className="min-w-0 font-mono text-sm wrap-anywhere">{path}</code>
        </p>
        {description ? <p className="mt-2 max-w-176 text-ink-strong">{description}</p> : null}
        <p className="mt-2 text-muted text-sm">
          {access}
          {takesIdempotencyKey ? <IdempotencyNote /> : null}
        </p>
        <Input operation={operation} />
        <Answer id={id} answer={operation.answer} />
        {operation.dryRun ? <Answer id={id} answer={operation.dryRun} note=" of a dry run" /> : null}
      </div>
      <CodeBlock code={operation.curl} language="bash" title="curl" label={`${summary} with curl`} />
    </section>
  );
}

function IdempotencyNote() {
  return (
    <>
      {" · takes an "}
      <Link href="/docs/idempotency" className="rounded-sm underline decoration-control underline-offset-3">
        Idempotency-Key
      </Link>
    </>
  );
}

function Input({ operation }: { operation: ReferenceOperation }) {
  const { pathParameters, queryParameters, body, id } = operation;
  return (
    <>
      <Part title="Path" nodes={pathParameters} id={id} />
      <Part title="Query" nodes={queryParameters} id={id} />
      {body ? (
        <Folded title="Body" isOpen>
          <SchemaTree root={body} label={`Body of ${id}`} openLevels={1} />
        </Folded>
      ) : null}
    </>
  );
}

function Part({ title, nodes, id }: { title: string; nodes: readonly SchemaNode[]; id: string }) {
  if (nodes.length === 0) return null;
  return (
    <Folded title={title} isOpen={nodes.length < 6}>
      <SchemaTree root={asRoot(nodes)} label={`${title} of ${id}`} openLevels={1} />
    </Folded>
  );
}

function Answer({ id, answer, note = "" }: { id: string; answer: DocumentedAnswer; note?: string }) {
  const { status, schema } = answer;
  if (!schema) return <p className="mt-5 text-sm">Answers {status} with no body.</p>;
  return (
    <Folded title={`Answer ${status}${note}`}>
      <SchemaTree root={schema} label={`Answer${note} of ${id}`} openLevels={1} isAnswer />
    </Folded>
  );
}

interface FoldedProps {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}

function Folded({ title, isOpen = false, children }: FoldedProps) {
  return (
    <details open={isOpen} className="group/part mt-5">
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-sm font-medium text-sm max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-faint transition-transform group-open/part:rotate-90"
        />
        {title}
      </summary>
      <div className="mt-1 rounded-lg border border-line bg-surface px-4 py-3">{children}</div>
    </details>
  );
}

function asRoot(children: readonly SchemaNode[]): SchemaNode {
  return { ...plain, type: "object", children: [...children] };
}

const plain = {
  name: "",
  isRequired: false,
  isDeprecated: false,
  description: "",
  limits: [],
  values: [],
  children: [],
};
