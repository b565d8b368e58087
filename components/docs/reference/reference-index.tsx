import { MethodBadge } from "./method-badge.tsx";
import type { ReferenceGroup } from "./reference.ts";

/** Every operation on one screen, each a link to its section. */
export function ReferenceIndex({ groups }: { groups: readonly ReferenceGroup[] }) {
  return (
    <nav aria-label="Operations" className="columns-1 gap-x-10 sm:columns-2">
      {groups.map(({ tag, id, operations }) => (
        <div key={id} className="mb-6 break-inside-avoid">
          <p className="mb-1 font-medium">
            <a href={`#${id}`} className="rounded-sm hover:underline">
              {tag}
            </a>
          </p>
          <ul>
            {operations.map((operation) => (
              <li key={operation.id}>
                <a
                  href={`#${operation.id}`}
                  className="flex min-h-7 items-start gap-2 py-1 rounded-sm text-muted text-sm transition-colors hover:text-ink max-sm:min-h-11 max-sm:py-3"
                >
                  <MethodBadge method={operation.method} className="w-14 justify-center" />
                  <span className="min-w-0">{operation.summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
