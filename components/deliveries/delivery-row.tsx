"use client";

import type { MouseEvent } from "react";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { SelectCell } from "#components/log/select-cell.tsx";
import type { LogSelection } from "#components/log/use-selection.ts";
import { cn } from "#components/ui/cn.ts";
import { Duration } from "#components/ui/duration.tsx";
import { shortenMiddle } from "#components/ui/format.ts";
import { IdText } from "#components/ui/id-text.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { AttemptCount } from "./attempt-count.tsx";
import { DeliveryStatus } from "./delivery-status.tsx";
import { EndpointName } from "./endpoint-name.tsx";
import { narrowColumn, wideColumn } from "./narrow-column.ts";
import { ResponseCode } from "./response-code.tsx";
import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryRowProps {
  delivery: Delivery;
  fixed: FixedDeliveryFilter;
  selection: LogSelection<Delivery> | undefined;
  isOpen: boolean;
  onOpen: (id: string) => void;
}

export function DeliveryRow({ delivery, fixed, selection, isOpen, onOpen }: DeliveryRowProps) {
  const { slug } = useTenant();
  const link = {
    href: `/${slug}/deliveries/${delivery.id}`,
    prefetch: false,
    "data-row": delivery.id,
    onClick: openBeside(() => onOpen(delivery.id)),
  };
  const endpoint = <EndpointName url={delivery.endpointUrl} />;
  const isSelected = selection?.has(delivery.id) ?? false;
  return (
    <TableRow current={isOpen} className={cn(cardRow, isSelected && "bg-brass-soft/60 hover:bg-brass-soft")}>
      {selection ? (
        <SelectCell
          label={`Select ${delivery.eventType}, ${shortenMiddle(delivery.id)}`}
          isSelected={isSelected}
          onSelect={(isRange) => selection.toggle(delivery.id, isRange)}
        />
      ) : null}
      <TableCell className={cn(cardCell, "w-44 max-sm:order-1 max-sm:grow")}>
        <DeliveryStatus delivery={delivery} look="plain" />
      </TableCell>
      {fixed.event ? null : (
        <TableCell
          className={cn(
            cardCell,
            "max-w-40 @3xl:max-w-56 @5xl:max-w-72 max-sm:order-3 max-sm:w-full max-sm:max-w-none",
          )}
        >
          <RowLink {...link} className="block truncate font-mono">
            <bdi title={delivery.eventType}>{delivery.eventType}</bdi>
          </RowLink>
        </TableCell>
      )}
      {fixed.endpoint ? null : (
        <TableCell className={cn(cardCell, "w-full max-w-0 max-sm:order-4 max-sm:max-w-none")}>
          {fixed.event ? <RowLink {...link}>{endpoint}</RowLink> : endpoint}
        </TableCell>
      )}
      <Figures delivery={delivery} fixed={fixed} />
      <TableCell numeric className={cn(cardCell, "w-28 text-muted max-sm:order-2 max-sm:w-auto")}>
        <RelativeTime at={delivery.createdAt} className={aboveRowLink} />
      </TableCell>
    </TableRow>
  );
}

// A plain click opens the delivery beside the log; with a modifier it is the link it looks like.
function openBeside(open: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
}

function Figures({ delivery, fixed }: Pick<DeliveryRowProps, "delivery" | "fixed">) {
  return (
    <>
      <TableCell className={wideColumn(fixed)}>
        <IdText id={delivery.id} label="delivery id" className={cn(aboveRowLink, "text-muted")} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-sm:order-5")}>
        <ResponseCode outcome={delivery} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-6", narrowColumn(fixed))}>
        <Duration ms={delivery.durationMs} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-7", narrowColumn(fixed))}>
        <AttemptCount delivery={delivery} />
      </TableCell>
    </>
  );
}
