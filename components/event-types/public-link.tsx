"use client";

import { useQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { catalogueLinkQuery } from "#lib/client/catalogue.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { NoPublicLink } from "./no-public-link.tsx";
import { OpenPublicLink } from "./open-public-link.tsx";

/** Shows the catalogue to people without an account, or no more; not for those who came by a portal link. */
export function PublicLink() {
  const { portal } = useTenant();
  if (portal) return null;
  return (
    <Dialog
      trigger={<Button icon={<Globe />}>Public link</Button>}
      title="Public link"
      description="A page with your event types for people without an account, such as the developers who receive your webhooks."
    >
      <Content />
    </Dialog>
  );
}

function Content() {
  const { id } = useTenant();
  const query = useQuery(catalogueLinkQuery(id));
  if (query.data) return query.data.url ? <OpenPublicLink link={query.data} /> : <NoPublicLink />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonText lines={3} />;
}
