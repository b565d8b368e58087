import { TableHead, TableHeaderCell } from "#components/ui/table.tsx";

/** The head of a table whose rows end with what can be done to each. */
export function ActionColumns({ columns }: { columns: readonly string[] }) {
  return (
    <TableHead>
      {columns.map((column) => (
        <TableHeaderCell key={column}>{column}</TableHeaderCell>
      ))}
      <TableHeaderCell>
        <span className="sr-only">Actions</span>
      </TableHeaderCell>
    </TableHead>
  );
}
