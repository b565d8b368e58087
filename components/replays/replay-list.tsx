"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { Page } from "#components/layout/page.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { replaysQuery } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { NewReplay } from "./new-replay.tsx";
import { ReplayTable, replayColumns } from "./replay-table.tsx";

export function ReplayList() {
  const { id, slug } = useTenant();
  const [cursor] = useQueryState("cursor", parseAsString);
  const query = useQuery(replaysQuery(id, { limit: 50, ...(cursor ? { cursor } : {}) }));
  return (
    <Page>
      <PageHeader
        title="Replays"
        description={
          <>
            Many deliveries resent at once, at the pace that their endpoints take.{" "}
            <TextLink href="/docs/replays">How replays work</TextLink>
          </>
        }
        actions={<NewReplay />}
      />
      <Card>
        <Listing
          query={query}
          columns={replayColumns}
          things={["replay", "replays"]}
          empty={
            <EmptyState
              icon={<History />}
              title="No replays yet"
              description="When a receiver was down, resend here what it missed: see first how many and how long, then follow the progress."
              action={<ButtonLink href={`/${slug}/deliveries?status=failed`}>See what failed</ButtonLink>}
            />
          }
        >
          {(replays) => <ReplayTable replays={replays} />}
        </Listing>
      </Card>
    </Page>
  );
}
