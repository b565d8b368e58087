"use client";

import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useTenant } from "#lib/client/tenant.tsx";

export function NoSuchDelivery() {
  const { slug, name } = useTenant();
  return (
    <EmptyState
      icon={<SearchX />}
      title="No such delivery"
      description={`It may be older than the log reaches back, mistyped, or not of ${name}.`}
      action={<ButtonLink href={`/${slug}/deliveries`}>All deliveries</ButtonLink>}
    />
  );
}
