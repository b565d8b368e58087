"use client";

import { Send } from "lucide-react";
import { Breakable } from "#components/log/breakable.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Replay } from "#lib/contracts/replays.ts";
import { ReplayActions } from "./replay-actions.tsx";
import { placeOf } from "./scope-words.ts";

export function ReplayHeader({ replay }: { replay: Replay }) {
  const { slug } = useTenant();
  const { id, status, scope, opened } = replay;
  return (
    <PageHeader
      breadcrumbs={[{ label: "Replays", href: `/${slug}/replays` }]}
      title={
        scope.endpointUrl ? (
          <span className="line-clamp-4 font-mono font-medium text-lg" title={scope.endpointUrl}>
            <Breakable text={scope.endpointUrl} />
          </span>
        ) : (
          <bdi>{placeOf(scope)}</bdi>
        )
      }
      badge={<StatusBadge status={status} />}
      description={<IdText id={id} label="replay id" />}
      actions={
        <>
          {opened > 0 ? (
            <ButtonLink href={`/${slug}/deliveries?replay=${id}`} icon={<Send />}>
              See its deliveries
            </ButtonLink>
          ) : null}
          <ReplayActions replay={replay} />
        </>
      }
    />
  );
}
