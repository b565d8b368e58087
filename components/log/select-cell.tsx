"use client";

import type { MouseEvent } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { aboveRowLink } from "#components/ui/row-link.tsx";
import { TableCell, TableHeaderCell } from "#components/ui/table.tsx";
import { cardCell } from "./card-style.ts";
import type { LogSelection } from "./use-selection.ts";

export interface SelectCellProps {
  /** Names the box: "Select invoice.paid, 4 m ago". */
  label: string;
  isSelected: boolean;
  onSelect: (isRange: boolean) => void;
}

/** The box that chooses a row; with Shift all rows from the last one to it. */
export function SelectCell({ label, isSelected, onSelect }: SelectCellProps) {
  return (
    <TableCell className={cn(cardCell, "w-0 pr-0! max-sm:w-auto")} onMouseDown={keepText}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside; a press beside the box is meant for it */}
      <label className={cn(aboveRowLink, "flex sm:-my-3 sm:-mr-1 sm:-ml-4 sm:py-3 sm:pr-1 sm:pl-4")}>
        <Checkbox
          aria-label={label}
          checked={isSelected}
          onCheckedChange={(_, { event }) => onSelect("shiftKey" in event && event.shiftKey === true)}
        />
      </label>
    </TableCell>
  );
}

/** The box that chooses every row of the page. On a phone the selection bar has it. */
export function SelectHeaderCell({ selection }: { selection: LogSelection<unknown> }) {
  return (
    <TableHeaderCell className="w-0 pr-0!">
      <PageCheckbox selection={selection} className="max-sm:hidden" />
    </TableHeaderCell>
  );
}

export interface PageCheckboxProps {
  selection: Pick<LogSelection<unknown>, "pageState" | "togglePage">;
  className?: string;
}

export function PageCheckbox({ selection, className }: PageCheckboxProps) {
  return (
    <span className={cn("flex", className)}>
      <Checkbox
        aria-label="Select all on this page"
        checked={selection.pageState === "all"}
        indeterminate={selection.pageState === "some"}
        onCheckedChange={selection.togglePage}
      />
    </span>
  );
}

// Drawing a range with Shift must not mark the words between.
function keepText(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}
