import { cn } from "#components/ui/cn.ts";
import { formatCount, formatNumber } from "#components/ui/format.ts";
import { type Status, statuses } from "#components/ui/status.ts";
import type { Event } from "#lib/contracts/events.ts";

/** How many deliveries of an event stand where: the failed first, nothing where there are none. */
export function DeliveryMarks({ counts }: { counts: Event["deliveryCounts"] }) {
  const marks = kinds.filter(({ kind }) => counts[kind] > 0);
  if (marks.length === 0) return <span className="text-faint">No subscriber</span>;
  return (
    <ul className="flex items-center gap-3">
      {marks.map(({ kind, status, word }) => {
        const { icon: Icon, ink } = statuses[status];
        return (
          <li
            key={kind}
            title={formatCount(counts[kind], `${word} delivery`, `${word} deliveries`)}
            className={cn("inline-flex items-center gap-1 font-medium text-xs", ink)}
          >
            <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
            {formatNumber(counts[kind], { compact: true })}
            <span className="sr-only"> {word}</span>
          </li>
        );
      })}
    </ul>
  );
}

const kinds: { kind: keyof Event["deliveryCounts"]; status: Status; word: string }[] = [
  { kind: "failed", status: "failed", word: "failed" },
  { kind: "open", status: "retrying", word: "open" },
  { kind: "delivered", status: "delivered", word: "delivered" },
  { kind: "canceled", status: "canceled", word: "canceled" },
];
