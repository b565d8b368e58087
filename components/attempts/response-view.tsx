"use client";

import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import { cn } from "#components/ui/cn.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { BodyView } from "./body-view.tsx";
import { HeaderList } from "./header-list.tsx";

export function ResponseView({ attempt: { response, errorKind } }: { attempt: Attempt }) {
  if (!response) {
    return (
      <p className="rounded-lg border border-line border-dashed px-4 py-6 text-center text-muted">
        No answer came{errorKind ? `: ${errorKindNames[errorKind].toLowerCase()}` : ""}.
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="text-sm">
        Status{" "}
        <span className={cn("font-medium font-mono", errorKind ? "text-failed" : "text-delivered")}>
          {response.status}
        </span>
      </p>
      <HeaderList headers={response.headers} label="Response headers" />
      <BodyView body={response.body} label="Response body" />
    </div>
  );
}
