import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { errorAdvice } from "./error-advice.ts";
import type { DocumentedError } from "./reference.ts";

/** Every error there is; an error's `type` is the address of its row. */
export function ErrorTable({ errors }: { errors: readonly DocumentedError[] }) {
  return (
    <Table label="Errors" narrow="cards">
      <TableHead>
        <TableHeaderCell>Code</TableHeaderCell>
        <TableHeaderCell>Status</TableHeaderCell>
        <TableHeaderCell>What it means, and what to do</TableHeaderCell>
      </TableHead>
      <TableBody>
        {errors.map(({ code, status, title }) => (
          <TableRow key={code} id={`error-${code}`} className="scroll-mt-24 target:bg-brass-soft">
            <TableCell className="py-2.5 align-top">
              <a href={`#error-${code}`} className="rounded-sm font-medium font-mono hover:underline">
                {code}
              </a>
            </TableCell>
            <TableCell label="Status" className="py-2.5 align-top tabular-nums">
              {status}
            </TableCell>
            <TableCell className="py-2.5 align-top">
              <span className="block max-w-160">
                <span className="font-medium">{title}.</span>{" "}
                <span className="text-ink-strong">{errorAdvice[code]}</span>
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
