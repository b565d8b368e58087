import { Badge } from "#components/ui/badge.tsx";
import type { ImportedEventType } from "#lib/contracts/event-types.ts";

/** What an import would do to each event type. */
export function ImportPreview({ plan }: { plan: readonly ImportedEventType[] }) {
  return (
    <section aria-label="What would change" className="rounded-md border border-line">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that pans must be reachable by keyboard */}
      <ul tabIndex={0} className="max-h-64 divide-y divide-line overflow-y-auto">
        {plan.map(({ name, action, reason }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <code className="min-w-0 font-mono text-sm wrap-anywhere">{name || "(no name)"}</code>
            <span className="ml-auto">
              <Badge tone={tones[action]}>{words[action]}</Badge>
            </span>
            {reason ? <p className="w-full text-failed text-sm wrap-anywhere">{reason}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const words = { create: "New", update: "Changes", none: "As it is", refuse: "Refused" };
const tones = { create: "good", update: "warn", none: "neutral", refuse: "bad" } as const;
