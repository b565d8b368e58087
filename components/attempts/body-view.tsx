"use client";

import { Download } from "lucide-react";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatBytes } from "#components/ui/format.ts";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import type { HttpBody } from "#lib/contracts/http-message.ts";

/** A body as it went over the wire: JSON, other text, or bytes to save. */
export function BodyView({ body, label }: { body: HttpBody; label: string }) {
  const titleId = useId();
  const cut = body.truncated ? `Cut off: only the first ${formatBytes(body.bytes)} were kept.` : undefined;
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <h3 id={titleId} className="mb-2 font-medium text-sm">
        {label}
      </h3>
      {body.text === null && body.base64 ? (
        <BinaryBody base64={body.base64} bytes={body.bytes} label={label} cut={cut} />
      ) : (
        <JsonViewer text={body.text ?? ""} label={label} bytes={body.bytes} truncatedNote={cut} />
      )}
    </section>
  );
}

interface BinaryBodyProps {
  base64: string;
  bytes: number;
  label: string;
  cut: string | undefined;
}

function BinaryBody({ base64, bytes, label, cut }: BinaryBodyProps) {
  const name = `${label.replaceAll(" ", "-").toLowerCase()}.bin`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-sunken px-4 py-3">
      <p className="text-muted text-sm">
        {formatBytes(bytes)} that are not text. {cut}
      </p>
      <span className="flex gap-2">
        <CopyButton text={base64} label="Copy as base64" withLabel />
        <Button size="sm" icon={<Download />} onClick={() => save(base64, name)}>
          Save
        </Button>
      </span>
    </div>
  );
}

function save(base64: string, name: string): void {
  const link = document.createElement("a");
  link.href = `data:application/octet-stream;base64,${base64}`;
  link.download = name;
  link.click();
}
