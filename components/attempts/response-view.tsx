"use client";

import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import { cn } from "#components/ui/cn.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { BodyView } from "./body-view.tsx";
import { HeaderList } from "./header-list.tsx";

export function ResponseView({ attempt }: { attempt: Attempt }) {
  const { response } = attempt;
  if (!response) return <NoAnswer attempt={attempt} />;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p
        className={cn(
          "font-medium text-sm wrap-anywhere",
          attempt.errorKind ? "text-failed" : "text-delivered",
        )}
      >
        {attempt.errorMessage ? asSentence(attempt.errorMessage) : `Accepted with ${response.status}`}
      </p>
      <HeaderList headers={response.headers} label="Response headers" />
      <BodyView body={response.body} label="Response body" />
    </div>
  );
}

function NoAnswer({ attempt: { errorKind, errorMessage } }: { attempt: Attempt }) {
  const name = errorKind ? errorKindNames[errorKind] : "Nothing was recorded";
  return (
    <div className="rounded-lg border border-line border-dashed px-4 py-5 text-center">
      <p className="text-muted">No answer came</p>
      <p className="mt-0.5 text-failed text-sm wrap-anywhere">
        {errorMessage ? asSentence(errorMessage) : name}
      </p>
    </div>
  );
}

function asSentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
