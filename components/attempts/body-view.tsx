"use client";

import { Download } from "lucide-react";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatBytes } from "#components/ui/format.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import type { HttpBody } from "#lib/contracts/http-message.ts";
import { bodyFile, saveBody } from "./save-body.ts";

/** A body as it went over the wire: JSON, other text, or bytes to save. */
export function BodyView({ body, label }: { body: HttpBody; label: string }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <h3 id={titleId} className="mb-2 font-medium text-sm">
        {label}
      </h3>
      <Body body={body} label={label} />
    </section>
  );
}

function Body({ body, label }: { body: HttpBody; label: string }) {
  const cut = body.truncated ? `Cut off: only the first ${formatBytes(body.bytes)} were kept.` : undefined;
  if (body.text === null && body.base64 === null) return <NotKept />;
  if (body.text === null) return <BinaryBody body={body} label={label} cut={cut} />;
  return (
    <JsonViewer
      text={body.text}
      label={label}
      bytes={body.bytes}
      truncatedNote={cut}
      actions={
        <IconButton
          label={`Save ${label.toLowerCase()}`}
          size="sm"
          side="top"
          icon={<Download />}
          disabled={body.bytes === 0}
          onClick={() => saveBody(bodyFile(body, label))}
        />
      }
    />
  );
}

function NotKept() {
  return (
    <p className="rounded-lg border border-line border-dashed px-4 py-3 text-muted text-sm">
      No longer kept: its retention is over.
    </p>
  );
}

function BinaryBody({ body, label, cut }: { body: HttpBody; label: string; cut: string | undefined }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-sunken px-4 py-3">
      <p className="text-muted text-sm">
        {formatBytes(body.bytes)} that are not text. {cut}
      </p>
      <span className="flex gap-2">
        <CopyButton text={body.base64 ?? ""} label="Copy as base64" withLabel />
        <Button size="sm" icon={<Download />} onClick={() => saveBody(bodyFile(body, label))}>
          Save
        </Button>
      </span>
    </div>
  );
}
