"use client";

import { Download } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatBytes } from "#components/ui/format.ts";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";

type Body = Attempt["request"]["body"];

/** A body as it went over the wire: JSON, other text, or bytes to save. */
export function BodyView({ body, label }: { body: Body; label: string }) {
  if (body.text === null && body.base64) return <BinaryBody base64={body.base64} body={body} label={label} />;
  return (
    <JsonViewer
      text={body.text ?? ""}
      label={label}
      bytes={body.bytes}
      truncatedNote={
        body.truncated ? `Cut off: only the first ${formatBytes(body.bytes)} were kept.` : undefined
      }
    />
  );
}

function BinaryBody({ base64, body, label }: { base64: string; body: Body; label: string }) {
  return (
    <section
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-sunken px-4 py-3"
    >
      <p className="text-muted text-sm">
        {formatBytes(body.bytes)} that are not text{body.truncated ? ", cut off there" : ""}
      </p>
      <span className="flex gap-2">
        <CopyButton text={base64} label="Copy as base64" withLabel />
        <Button
          size="sm"
          icon={<Download />}
          onClick={() => save(base64, `${label.replaceAll(" ", "-").toLowerCase()}.bin`)}
        >
          Save
        </Button>
      </span>
    </section>
  );
}

function save(base64: string, name: string): void {
  const link = document.createElement("a");
  link.href = `data:application/octet-stream;base64,${base64}`;
  link.download = name;
  link.click();
}
