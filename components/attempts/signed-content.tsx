"use client";

import { useId } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatBytes } from "#components/ui/format.ts";
import type { HttpBody } from "#lib/contracts/http-message.ts";
import type { Signature } from "./signature-of.ts";

export interface SignedContentProps {
  signature: Signature;
  body: HttpBody;
}

/** The text that was signed, taken apart: id, timestamp and body, joined by dots. */
export function SignedContent({ signature: { id, timestamp }, body }: SignedContentProps) {
  const titleId = useId();
  const { text } = body;
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 id={titleId} className="font-medium text-sm">
          Signed content
        </h3>
        {text === null ? null : (
          <CopyButton text={() => `${id}.${timestamp}.${text}`} label="Copy signed content" variant="ghost" />
        )}
      </div>
      <dl className="rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm">
        <Part name="webhook-id" value={id} />
        <Dot />
        <Part name="webhook-timestamp" value={timestamp} />
        <Dot />
        <Part name={`body, ${formatBytes(body.bytes)}`} value={text === null ? null : beginningOf(text)} />
      </dl>
      <p className="mt-1.5 text-faint text-xs">
        HMAC-SHA256 over these three, joined by dots, keyed with the secret.
      </p>
    </section>
  );
}

function Part({ name, value }: { name: string; value: string | null }) {
  return (
    <div className="grid gap-x-4 py-0.5 sm:grid-cols-[11rem_1fr]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {value === null ? (
          <span className="font-sans text-faint">no longer kept</span>
        ) : (
          <bdi className="whitespace-pre-wrap">{value}</bdi>
        )}
      </dd>
    </div>
  );
}

function Dot() {
  return (
    <div aria-hidden className="grid gap-x-4 leading-3 sm:grid-cols-[11rem_1fr]">
      <span className="max-sm:hidden" />
      <span className="font-semibold text-brass">.</span>
    </div>
  );
}

// The Request tab shows all of it.
const shownLength = 240;

function beginningOf(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
