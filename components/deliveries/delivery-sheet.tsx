"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Breakable } from "#components/log/breakable.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { rowLinkOf } from "#components/log/row-link-of.ts";
import { Sheet } from "#components/ui/sheet.tsx";
import { deliveryQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryActions } from "./delivery-actions.tsx";
import { DeliveryDetails } from "./delivery-details.tsx";
import { DeliveryLinks } from "./delivery-links.tsx";
import { DeliverySkeleton } from "./delivery-skeleton.tsx";
import { DeliveryStatus } from "./delivery-status.tsx";
import { EndpointName } from "./endpoint-name.tsx";
import { NoSuchDelivery } from "./no-such-delivery.tsx";
import type { Resendable } from "./use-resend.tsx";

export interface DeliverySheetProps {
  id: string | null;
  /** What the list beside it knows already, shown until the rest is there. */
  known?: Delivery | undefined;
  onClose: () => void;
  onResend: (delivery: Resendable) => void;
  /** The id of the delivery whose resend is being queued. */
  busyId: string | undefined;
}

/** One delivery beside the list it came from; the list stays in use. */
export function DeliverySheet({ id, known, onClose, ...resending }: DeliverySheetProps) {
  const query = useDelivery(id);
  const delivery = query.data ?? known;
  const lastId = useRef(id);
  useEffect(() => {
    lastId.current = id ?? lastId.current;
  }, [id]);
  return (
    <Sheet
      open={id !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      modal={false}
      finalFocus={() => rowLinkOf(document, lastId.current)}
      title={<Breakable text={delivery?.eventType ?? "Delivery"} />}
      summary={
        delivery ? (
          <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <DeliveryStatus delivery={delivery} />
            <EndpointName url={delivery.endpointUrl} className="min-w-0 max-w-80" />
          </span>
        ) : null
      }
      actions={id ? <DeliveryLinks id={id} /> : null}
    >
      <div data-shortcuts key={id}>
        <SheetContent query={query} {...resending} />
      </div>
    </Sheet>
  );
}

function useDelivery(id: string | null) {
  const tenant = useTenant();
  return useQuery({ ...deliveryQuery(tenant.id, id ?? ""), enabled: id !== null });
}

type SheetContentProps = Pick<DeliverySheetProps, "onResend" | "busyId"> & {
  query: ReturnType<typeof useDelivery>;
};

function SheetContent({ query, ...resending }: SheetContentProps) {
  if (query.data) {
    return (
      <>
        <div className="mb-4 flex flex-wrap gap-2">
          <DeliveryActions delivery={query.data} {...resending} />
        </div>
        <DeliveryDetails delivery={query.data} />
      </>
    );
  }
  if (query.isError && isMissing(query.error)) return <NoSuchDelivery />;
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return <DeliverySkeleton />;
}
