"use client";

import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { formatCount } from "#components/ui/format.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { type Signature, signatureOf } from "./signature-of.ts";
import { isInline, savedBodyName, signatureSnippets } from "./signature-snippets.ts";
import { SignedContent } from "./signed-content.tsx";

/** What was signed, with how many secrets, and a program that checks it. */
export function SignatureView({ attempt }: { attempt: Attempt }) {
  const signature = signatureOf(attempt);
  if (!signature) return <NotRecorded />;
  const { body } = attempt.request;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <p className="text-muted text-sm">
        Signed with {formatCount(signature.items.length, "secret")} at{" "}
        <DateTime at={new Date(Number(signature.timestamp) * 1000)} className="text-ink" />, as{" "}
        <TextLink href="/docs/verify" target="_blank">
          Standard Webhooks
        </TextLink>{" "}
        has it.
      </p>
      <SignedContent signature={signature} body={body} />
      <Signatures signature={signature} />
      {body.text === null ? null : (
        <section aria-label="Check it yourself" className="min-w-0">
          <h3 className="mb-1 font-medium text-sm">Check it yourself</h3>
          <p className="mb-2 text-muted text-sm">
            The values of this attempt are filled in; the secret comes from your environment.
            {isInline(body) ? null : (
              <>
                {" "}
                Save the request body as <code className="font-mono">{savedBodyName}</code> beside it first.
              </>
            )}
          </p>
          <CodeTabs
            label="Check the signature"
            snippets={signatureSnippets({ signature, body })}
            maxHeight="24rem"
          />
        </section>
      )}
      <Traps />
    </div>
  );
}

function Signatures({ signature: { items } }: { signature: Signature }) {
  return (
    <section aria-label="Signatures" className="min-w-0">
      <h3 className="mb-1 font-medium text-sm">
        {items.length === 1 ? "Signature" : `${items.length} signatures`}
      </h3>
      <ol className="rounded-lg border border-line bg-sunken py-1 pr-1.5 pl-3 font-mono text-sm">
        {items.map((item) => (
          <li key={item} className="flex items-center justify-between gap-2">
            <span className="min-w-0 break-all py-1">{item}</span>
            <CopyButton text={item} label="Copy signature" variant="ghost" />
          </li>
        ))}
      </ol>
      <p className="mt-1.5 text-faint text-xs">
        {items.length === 1
          ? "One secret was valid at that time."
          : "One for each secret that was valid at that time, the current one first. A single match is enough."}
      </p>
    </section>
  );
}

/** Where checks of a good signature go wrong, most often first. */
function Traps() {
  return (
    <section aria-label="When your check refuses it" className="min-w-0 text-sm">
      <h3 className="mb-1 font-medium">When your check refuses it</h3>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-muted marker:text-faint">
        <li>Verify the bytes as they came in, before a framework parses and rewrites the JSON.</li>
        <li>Use this endpoint’s secret of that time; a rotation makes a new one.</li>
        <li>
          An old signature is refused for its age. Resend the delivery, or copy the request as curl: both sign
          anew.
        </li>
      </ul>
    </section>
  );
}

function NotRecorded() {
  return (
    <div className="rounded-lg border border-line border-dashed px-4 py-5 text-center">
      <p className="text-muted">No signature was recorded</p>
      <p className="mt-0.5 text-faint text-sm">
        Our worker stopped before it could note what it sent. Every attempt is signed.
      </p>
    </div>
  );
}
