import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";

interface Neighbour {
  href: string;
  label: string;
}

export interface NeighbourLinksProps {
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
}

export function NeighbourLinks({ previous, next }: NeighbourLinksProps) {
  const style =
    "inline-flex min-h-11 items-center gap-2 rounded-md text-base text-muted transition-colors hover:text-ink";
  return (
    <nav
      aria-label="More pages"
      className="mt-12 flex max-w-176 justify-between gap-4 border-line border-t pt-4"
    >
      <span>
        {previous ? (
          <Link href={previous.href} className={style}>
            <ArrowLeft aria-hidden className="size-4" /> {previous.label}
          </Link>
        ) : null}
      </span>
      {next ? (
        <Link href={next.href} className={style}>
          {next.label} <ArrowRight aria-hidden className="size-4" />
        </Link>
      ) : null}
    </nav>
  );
}
