"use client";

import { useQuery } from "@tanstack/react-query";
import { Breakable } from "#components/log/breakable.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useShortcuts } from "#components/log/use-shortcuts.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { deliveryQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { DeliveryActions } from "./delivery-actions.tsx";
import { DeliveryDetails } from "./delivery-details.tsx";
import { DeliverySkeleton } from "./delivery-skeleton.tsx";
import { DeliveryStatus } from "./delivery-status.tsx";
import { EndpointName } from "./endpoint-name.tsx";
import { NoSuchDelivery } from "./no-such-delivery.tsx";
import { useResend } from "./use-resend.tsx";

/** One delivery on a page of its own: what a link to it opens. */
export function DeliveryPage({ id }: { id: string }) {
  const tenant = useTenant();
  const query = useQuery(deliveryQuery(tenant.id, id));
  const { resend, busyId, dialog } = useResend();
  const copyId = useCopyNotice();
  const delivery = query.data;
  useShortcuts({
    c: () => copyId(id),
    r: () => delivery && delivery.status !== "sending" && resend(delivery),
  });
  return (
    <>
      <PageHeader
        title={<Breakable text={delivery?.eventType ?? "Delivery"} />}
        badge={delivery ? <DeliveryStatus delivery={delivery} /> : null}
        description={delivery ? <EndpointName url={delivery.endpointUrl} /> : null}
        breadcrumbs={[{ label: "Deliveries", href: `/${tenant.slug}/deliveries` }]}
        actions={delivery ? <DeliveryActions delivery={delivery} onResend={resend} busyId={busyId} /> : null}
      />
      {delivery ? <DeliveryDetails delivery={delivery} /> : null}
      {query.isPending ? <DeliverySkeleton /> : null}
      {!delivery && query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {dialog}
    </>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return isMissing(error) ? <NoSuchDelivery /> : <LoadFailure error={error} onRetry={onRetry} />;
}
