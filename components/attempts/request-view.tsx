"use client";

import type { Attempt } from "#lib/contracts/deliveries.ts";
import { BodyView } from "./body-view.tsx";
import { CopyCurl } from "./copy-curl.tsx";
import { HeaderList } from "./header-list.tsx";

export function RequestView({ attempt: { request, delivery } }: { attempt: Attempt }) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="font-mono text-sm leading-6">
          <span className="font-medium text-brass">{request.method}</span>{" "}
          <bdi className="break-all">{request.url}</bdi>
        </p>
        <CopyCurl delivery={delivery} url={request.url} />
      </div>
      <HeaderList headers={request.headers} label="Request headers" />
      <BodyView body={request.body} label="Request body" />
    </div>
  );
}
