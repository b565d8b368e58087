import { cn } from "#components/ui/cn.ts";
import { DateTime } from "#components/ui/date-time.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { AttemptOutcome } from "./attempt-outcome.tsx";
import type { Difference } from "./compare-attempts.ts";

export interface DifferenceTableProps {
  before: Attempt;
  after: Attempt;
  sections: readonly { title: string; rows: readonly Difference[]; isCode: boolean }[];
}

/** Rows of two values, under the attempts that they are of; on a phone one value under the other. */
export function DifferenceTable({ before, after, sections }: DifferenceTableProps) {
  const isOneDelivery = before.delivery === after.delivery;
  return (
    <table
      aria-label="Differences"
      className="w-full table-fixed border-separate border-spacing-0 overflow-clip rounded-lg border border-line text-sm max-sm:block"
    >
      <thead className="max-sm:block">
        <tr className="max-sm:block">
          <td className="w-44 border-line border-b max-sm:hidden" />
          <Side attempt={before} name={isOneDelivery ? `Attempt ${before.number}` : "Last success"} />
          <Side attempt={after} name={isOneDelivery ? `Attempt ${after.number}` : "This attempt"} />
        </tr>
      </thead>
      {sections.map(({ title, rows, isCode }) => (
        <tbody key={title} className="group/section max-sm:block">
          <tr className="max-sm:block">
            <th
              colSpan={3}
              scope="rowgroup"
              className="border-line border-b bg-sunken px-4 py-1.5 text-left font-medium text-muted text-xs max-sm:block"
            >
              {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.name} row={row} isCode={isCode} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Side({ attempt, name }: { attempt: Attempt; name: string }) {
  return (
    <th
      scope="col"
      className="border-line border-b px-4 py-2 text-left align-top font-medium max-sm:block max-sm:py-1.5 sm:border-l"
    >
      {name} <AttemptOutcome attempt={attempt} />
      <DateTime at={attempt.startedAt} className="block font-normal text-muted text-xs" />
    </th>
  );
}

function Row({ row, isCode }: { row: Difference; isCode: boolean }) {
  const { name, before, after, kind, change } = row;
  const isChanged = kind === "changed";
  return (
    <tr className="group/row max-sm:block max-sm:border-line max-sm:border-b max-sm:py-2 max-sm:last:border-b-0">
      <th
        scope="row"
        className={cn(
          cellStyle,
          "text-left font-medium wrap-anywhere",
          isChanged ? "text-ink" : "font-normal text-muted",
        )}
      >
        {name}
      </th>
      <td className={cn(cellStyle, "sm:border-l", isCode && "font-mono")}>
        <Value text={before} mark={isChanged ? "−" : undefined} />
      </td>
      <td className={cn(cellStyle, "sm:border-l", isCode && "font-mono", isChanged && "sm:bg-brass-soft/60")}>
        <Value text={after} mark={isChanged ? "+" : undefined} />
        {change ? <span className="ml-2 font-sans text-faint text-xs">{change}</span> : null}
      </td>
    </tr>
  );
}

const cellStyle =
  "px-4 py-1.5 align-top max-sm:block max-sm:py-0.5 sm:border-line sm:border-b sm:group-last/section:group-last/row:border-b-0";

/** The sign is for those stacked on a phone, and for whoever does not see the ground. */
function Value({ text, mark }: { text: string | null; mark: string | undefined }) {
  return (
    <span className="inline-flex min-w-0 gap-2">
      {mark ? (
        <span aria-hidden className="font-mono text-faint sm:hidden">
          {mark}
        </span>
      ) : null}
      {text === null ? (
        <span className="font-sans text-faint">none</span>
      ) : (
        <bdi className="min-w-0 whitespace-pre-line wrap-anywhere">{text}</bdi>
      )}
    </span>
  );
}
