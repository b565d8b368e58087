"use client";

import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { BodyView } from "./body-view.tsx";
import { curlCommand } from "./curl-command.ts";
import { HeaderList } from "./header-list.tsx";

export function RequestView({ attempt: { request } }: { attempt: Attempt }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 flex-1 basis-64 font-mono text-sm leading-7">
          <span className="font-medium text-brass">{request.method}</span>{" "}
          <bdi className="break-all">{request.url}</bdi>
        </p>
        <CopyButton text={() => curlCommand(request)} label="Copy as curl" withLabel />
      </div>
      <HeaderList headers={request.headers} label="Request headers" />
      <BodyView body={request.body} label="Request body" />
    </div>
  );
}
