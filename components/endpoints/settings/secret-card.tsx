"use client";

import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { useRevealEndpointSecret } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { verifySnippets } from "../verify-snippets.ts";
import { OldSecrets } from "./old-secrets.tsx";
import { RotateSecret } from "./rotate-secret.tsx";

const shownMs = 30_000;

/** The signing secret: masked until revealed, hidden again by itself, rotated without a gap. */
export function SecretCard({ endpoint }: { endpoint: Endpoint }) {
  const [secret, setSecret] = useState<string>();
  useEffect(() => {
    if (secret === undefined) return;
    const timer = setTimeout(() => setSecret(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [secret]);
  return (
    <Card>
      <CardHeader
        title="Signing secret"
        description="Your receiver verifies with it that a webhook is ours. Every reveal is in the audit log."
        actions={<RotateSecret endpointId={endpoint.id} onRotated={setSecret} />}
      />
      <CardBody className="flex flex-col gap-4">
        <SecretLine endpointId={endpoint.id} secret={secret} onChange={setSecret} />
        <OldSecrets endpoint={endpoint} />
        <CodeTabs label="Verify a webhook" snippets={verifySnippets} maxHeight="18rem" />
      </CardBody>
    </Card>
  );
}

interface SecretLineProps {
  endpointId: string;
  secret: string | undefined;
  onChange: (secret: string | undefined) => void;
}

function SecretLine({ endpointId, secret, onChange }: SecretLineProps) {
  if (secret === undefined) return <MaskedSecret endpointId={endpointId} onReveal={onChange} />;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <div className="min-w-0 flex-1 basis-72">
        <CopyLine text={secret} label="Copy secret" />
        <p className="mt-1.5 text-muted text-sm">Hidden again after 30 seconds.</p>
      </div>
      <Button icon={<EyeOff />} onClick={() => onChange(undefined)}>
        Hide
      </Button>
    </div>
  );
}

function MaskedSecret({ endpointId, onReveal }: { endpointId: string; onReveal: (secret: string) => void }) {
  const { reason } = usePermission("secrets:manage");
  const reveal = useRevealEndpointSecret();
  const read = async () => (await reveal.mutateAsync({ params: { id: endpointId } })).secret;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 basis-60 truncate rounded-md border border-line bg-sunken px-3 py-1.5 font-mono text-muted text-sm">
          whsec_••••••••••••••••••••••••
        </code>
        <Button
          icon={<Eye />}
          loading={reveal.isPending}
          disabledReason={reason}
          onClick={() => void read().then(onReveal, () => undefined)}
        >
          Reveal
        </Button>
        {reason ? null : <CopyButton withLabel size="md" label="Copy" text={read} />}
      </div>
      {reveal.error ? (
        <Callout live tone="danger" title="The secret could not be read">
          {messageOf(reveal.error)}
        </Callout>
      ) : null}
    </>
  );
}
