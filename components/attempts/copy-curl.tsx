"use client";

import { Check, Terminal } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { useCopy } from "#components/ui/use-copy.ts";
import { useSignedRequest } from "#lib/client/deliveries.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { SignedRequest } from "#lib/contracts/signed-request.ts";
import { curlCommand, secretHeaders } from "./curl-command.ts";

export interface CopyCurlProps {
  /** The delivery's id. */
  delivery: string;
  /** Where the attempt went, which is no longer the endpoint's URL once that has changed. */
  url: string;
}

/** Copies the request as a command, signed anew at the press: receivers refuse an old signature. */
export function CopyCurl({ delivery, url }: CopyCurlProps) {
  const { reason } = usePermission("deliveries:resend");
  const sign = useSignedRequest();
  const { copied, copy } = useCopy();
  const [signed, setSigned] = useState<SignedRequest>();
  const make = async () => {
    const request = await sign.mutateAsync({ params: { id: delivery } });
    setSigned(request);
    return curlCommand(request);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Button
        size="sm"
        icon={copied ? <Check className="text-delivered" /> : <Terminal />}
        loading={sign.isPending}
        disabledReason={reason}
        onClick={() => void copy(make)}
      >
        {copied ? "Copied" : "Copy as curl"}
      </Button>
      <p role="status" className="min-w-0 flex-1 basis-56 text-muted text-sm">
        {signed ? <Note signed={signed} url={url} /> : "Signed anew, valid for 5 minutes."}
      </p>
    </div>
  );
}

function Note({ signed, url }: { signed: SignedRequest; url: string }) {
  const secrets = secretHeaders(signed.headers);
  return (
    <>
      Signed anew, valid for {/* Read out once, not every second. */}
      <span aria-hidden>
        <Countdown to={signed.validUntil} done="no longer" className="tabular-nums" />
      </span>
      <span className="sr-only">5 minutes</span>.
      {signed.url === url ? null : (
        <>
          {" "}
          It goes to the endpoint’s URL of now, <bdi className="break-all font-mono">{signed.url}</bdi>.
        </>
      )}
      {secrets.map(({ name, variable }) => (
        <span key={name} className="block">
          <code className="font-mono">{name}</code> is a secret: set{" "}
          <code className="font-mono">{variable}</code> to its value first.
        </span>
      ))}
    </>
  );
}
