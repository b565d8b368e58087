import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Role } from "#lib/contracts/permissions.ts";

/** The tenants one belongs to, each a way there. */
export function TenantLinks({ tenants }: { tenants: readonly { slug: string; name: string; role: Role }[] }) {
  return (
    <ul className="divide-y divide-line">
      {tenants.map(({ slug, name, role }) => (
        <li key={slug}>
          <Link
            href={`/${slug}`}
            className="flex min-h-12 items-center gap-3 px-4 py-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
          >
            <Avatar name={name} shape="square" />
            <span className="min-w-0 flex-1 truncate font-medium text-base">{name}</span>
            <Badge className="capitalize">{role}</Badge>
            <ChevronRight aria-hidden className="size-4 text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
