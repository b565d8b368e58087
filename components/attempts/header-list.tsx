"use client";

import { useId } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";

export interface HeaderListProps {
  headers: readonly (readonly [string, string])[];
  label: string;
}

/** Headers in the order they went over the wire. */
export function HeaderList({ headers, label }: HeaderListProps) {
  const titleId = useId();
  const isMasked = headers.some(([, value]) => value.includes(mask));
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-1 flex items-center justify-between">
        <h3 id={titleId} className="font-medium text-sm">
          {label}
        </h3>
        {headers.length > 0 ? (
          <CopyButton
            text={() => headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
            label={`Copy ${label.toLowerCase()}`}
            variant="ghost"
          />
        ) : null}
      </div>
      {headers.length === 0 ? <p className="text-faint text-sm">None</p> : <Pairs headers={headers} />}
      {isMasked ? (
        <p className="mt-1.5 text-faint text-xs">
          Values shown as {mask} are secrets and are not kept in the log.
        </p>
      ) : null}
    </section>
  );
}

function Pairs({ headers }: Pick<HeaderListProps, "headers">) {
  return (
    <dl
      // What scrolls must be reachable by keyboard.
      tabIndex={0}
      className="max-h-72 overflow-y-auto rounded-lg border border-line bg-sunken px-3 py-1.5 font-mono text-sm focus-visible:-outline-offset-2"
    >
      {headers.map(([name, value], position) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice with one value, and the list never changes
          key={position}
          className="grid gap-x-4 py-0.5 sm:grid-cols-[minmax(8rem,13rem)_1fr]"
        >
          <dt className="text-muted wrap-anywhere">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const mask = "••••";
