import { ChevronRight } from "lucide-react";
import Link from "next/link";

export interface Breadcrumb {
  label: string;
  href: string;
}

/** The way up from here; the page itself is the title below, so it is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1.5">
      <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
        {items.map((item, depth) => (
          <li key={item.href} className="flex min-w-0 items-center gap-1">
            {depth > 0 ? <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" /> : null}
            <Link
              href={item.href}
              className="touch-target truncate rounded-sm transition-colors hover:text-ink"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
