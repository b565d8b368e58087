import type { ReactNode } from "react";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";

export interface DocsTableProps {
  /** Says what the table lists, for screen readers. */
  label: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

/** A small table inside running text; pans on a phone. */
export function DocsTable({ label, head, rows }: DocsTableProps) {
  return (
    <ScrollRegion label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change their places
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
