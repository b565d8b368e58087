import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { ScrollRegion } from "./scroll-region.tsx";

export interface TableProps {
  /** Says what the table lists, for screen readers. */
  label: string;
  children: ReactNode;
  /** On a phone: rows become cards (each cell needs `label`), or the table pans sideways. */
  narrow?: "cards" | "pan";
  className?: string;
}

export function Table({ label, children, narrow = "pan", className }: TableProps) {
  const table = (
    <table
      aria-label={label}
      data-narrow={narrow}
      className={cn(
        "group/table w-full border-separate border-spacing-0 text-sm max-sm:data-[narrow=cards]:block",
        className,
      )}
    >
      {children}
    </table>
  );
  return narrow === "pan" ? <ScrollRegion label={label}>{table}</ScrollRegion> : table;
}

/** Stays in sight while the page scrolls; set --table-top where something else is stuck above it. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="z-10 max-sm:group-data-[narrow=cards]/table:sr-only lg:sticky lg:top-(--table-top,3.5rem)">
      <tr>{children}</tr>
    </thead>
  );
}

export interface TableHeaderCellProps extends ComponentProps<"th"> {
  numeric?: boolean;
}

export function TableHeaderCell({ numeric = false, className, ...rest }: TableHeaderCellProps) {
  return (
    <th
      scope="col"
      className={cn(
        "h-(--head-height) whitespace-nowrap border-line border-b bg-surface px-3 text-left font-medium text-muted text-xs first:pl-4 last:pr-4",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return (
    <tbody
      className={cn(
        "max-sm:group-data-[narrow=cards]/table:block [&>tr:last-child>td]:border-b-0",
        className,
      )}
      {...rest}
    />
  );
}

export interface TableRowProps extends ComponentProps<"tr"> {
  /** The row whose details are open beside the table. */
  current?: boolean;
}

export function TableRow({ current = false, className, ...rest }: TableRowProps) {
  return (
    <tr
      data-current={current || undefined}
      className={cn(
        "group/row relative transition-colors hover:bg-hover/60 data-current:bg-brass-soft",
        "max-sm:group-data-[narrow=cards]/table:block max-sm:group-data-[narrow=cards]/table:border-line max-sm:group-data-[narrow=cards]/table:border-b max-sm:group-data-[narrow=cards]/table:py-2",
        className,
      )}
      {...rest}
    />
  );
}

export interface TableCellProps extends ComponentProps<"td"> {
  numeric?: boolean;
  /** The column's name, shown before the value when rows are cards. */
  label?: string;
}

export function TableCell({ numeric = false, label, className, children, ...rest }: TableCellProps) {
  return (
    <td
      className={cn(
        "h-(--row-height) border-line border-b px-3 py-(--row-padding) align-middle first:pl-4 last:pr-4",
        numeric && "text-right tabular-nums",
        cardCellStyle,
        className,
      )}
      {...rest}
    >
      {label ? (
        <span className="hidden shrink-0 whitespace-nowrap text-muted text-xs max-sm:group-data-[narrow=cards]/table:inline">
          {label}
        </span>
      ) : null}
      {children}
    </td>
  );
}

const cardCellStyle = [
  "max-sm:group-data-[narrow=cards]/table:flex max-sm:group-data-[narrow=cards]/table:h-auto max-sm:group-data-[narrow=cards]/table:min-h-9",
  "max-sm:group-data-[narrow=cards]/table:items-center max-sm:group-data-[narrow=cards]/table:justify-between max-sm:group-data-[narrow=cards]/table:gap-4",
  "max-sm:group-data-[narrow=cards]/table:border-b-0 max-sm:group-data-[narrow=cards]/table:max-w-none max-sm:group-data-[narrow=cards]/table:[&>*]:min-w-0 max-sm:group-data-[narrow=cards]/table:px-4 max-sm:group-data-[narrow=cards]/table:text-left",
].join(" ");
