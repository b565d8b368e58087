"use client";

import { FilterChip } from "#components/ui/filter-chip.tsx";
import { shortenMiddle } from "#components/ui/format.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";

/** What one replay opened; set by its page, here it is only taken away. */
export function ReplayFilter({ id, onClear }: { id: string; onClear: () => void }) {
  const { slug } = useTenant();
  return (
    <FilterChip label="Replay" summary={shortenMiddle(id)} onClear={onClear} className="p-3">
      <TextLink href={`/${slug}/replays/${id}`}>See the replay</TextLink>
    </FilterChip>
  );
}
