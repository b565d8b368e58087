import { Skeleton } from "./skeleton.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "./table.tsx";

/** A table of the final shape while its rows load. */
export function TableSkeleton({ columns, rows = 8 }: { columns: readonly string[]; rows?: number }) {
  return (
    <div aria-busy="true">
      <Table label="Loading" narrow="cards" className="pointer-events-none">
        <TableHead>
          {columns.map((column) => (
            <TableHeaderCell key={column}>{column}</TableHeaderCell>
          ))}
        </TableHead>
        <TableBody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity yet
            <TableRow key={row}>
              {columns.map((column, position) => (
                <TableCell key={column} className={position > 2 ? "max-sm:hidden!" : undefined}>
                  <Skeleton className={widths[(row + position * 2) % widths.length] ?? "w-20"} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

const widths = ["w-24", "w-32", "w-20", "w-28", "w-16"];
