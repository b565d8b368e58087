"use client";

import { BellOff } from "lucide-react";
import { useRef } from "react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { DeliverySheet } from "#components/deliveries/delivery-sheet.tsx";
import { DeliveryTable } from "#components/deliveries/delivery-table.tsx";
import { useOpenDelivery } from "#components/deliveries/use-open-delivery.ts";
import { useResend } from "#components/deliveries/use-resend.tsx";
import { useResendKey } from "#components/deliveries/use-resend-key.ts";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useRowWalk } from "#components/log/use-row-walk.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventDetail } from "#lib/contracts/events.ts";

const mostListed = 250;

/** What became of the event at every endpoint it was for. */
export function EventDeliveries({ event: { id, type, deliveries } }: { event: EventDetail }) {
  const { slug } = useTenant();
  const container = useRef<HTMLDivElement>(null);
  const { openId, open, close } = useOpenDelivery();
  const { resend, busyId, dialog } = useResend();
  const copyId = useCopyNotice();
  const onResend = useResendKey(deliveries, resend);
  useRowWalk({ container, openId, onWalkOpen: open, onCopy: copyId, onResend });
  return (
    <Section
      title="Deliveries"
      actions={
        deliveries.length === mostListed ? (
          <TextLink href={`/${slug}/deliveries?q=${id}`} className="text-sm">
            The newest {mostListed}; see all
          </TextLink>
        ) : null
      }
    >
      <Card ref={container}>
        {deliveries.length === 0 ? (
          <NoSubscriber type={type} />
        ) : (
          <DeliveryTable deliveries={deliveries} fixed={{ event: id }} openId={openId} onOpen={open} />
        )}
      </Card>
      <DeliverySheet
        id={openId}
        known={deliveries.find((delivery) => delivery.id === openId)}
        onClose={close}
        onResend={resend}
        busyId={busyId}
      />
      {dialog}
    </Section>
  );
}

function NoSubscriber({ type }: { type: string }) {
  const { slug } = useTenant();
  return (
    <EmptyState
      icon={<BellOff />}
      title="No endpoint was subscribed"
      description={
        <>
          Nothing was to be sent when this event came in. Subscribe an endpoint to{" "}
          <bdi className="font-mono text-sm">{type}</bdi>, then send the event to it with “Send again”.
        </>
      }
      action={
        <PermissionLink permission="endpoints:write" href={`/${slug}/endpoints/new`}>
          Create an endpoint
        </PermissionLink>
      }
      className="py-10"
    />
  );
}
