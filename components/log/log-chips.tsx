import type { ReactNode } from "react";

/** The chips of a log's filter bar: side by side, and on a phone in one line that pans. */
export function LogChips({ children }: { children: ReactNode }) {
  return (
    <div className="-m-1 flex gap-2 p-1 max-sm:w-[calc(100%+0.5rem)] max-sm:overflow-x-auto sm:flex-wrap max-sm:[&>*]:shrink-0">
      {children}
    </div>
  );
}
