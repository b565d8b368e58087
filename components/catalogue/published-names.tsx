import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { publishedPath } from "./published-name.ts";

export interface PublishedNamesProps {
  base: string;
  names: readonly string[];
  current: string;
}

/** The names of all event types beside the one that is open, where there is room for them. */
export function PublishedNames({ base, names, current }: PublishedNamesProps) {
  return (
    <nav
      aria-label="Event types"
      className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-64 shrink-0 overflow-y-auto border-line border-r py-6 pr-3 pl-5 lg:block"
    >
      <ul className="flex flex-col gap-px">
        {names.map((name) => (
          <li key={name}>
            <Link
              href={publishedPath(base, name)}
              prefetch={false}
              aria-current={name === current ? "page" : undefined}
              title={name}
              className={cn(
                "block truncate rounded-md px-2.5 py-1.5 font-mono text-sm transition-colors",
                name === current
                  ? "bg-hover font-medium text-ink"
                  : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
