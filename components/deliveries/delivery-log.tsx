"use client";

import { useRef, useState } from "react";
import { ExportMenu } from "#components/log/export-menu.tsx";
import { LiveToggle } from "#components/log/live-toggle.tsx";
import { LogFooter } from "#components/log/log-footer.tsx";
import { NewRowsPill } from "#components/log/new-rows-pill.tsx";
import { useCopyNotice } from "#components/log/use-copy-notice.ts";
import { useRowWalk } from "#components/log/use-row-walk.ts";
import { Card } from "#components/ui/card.tsx";
import { saveDeliveries } from "#lib/client/deliveries.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { mostExportedRows } from "#lib/contracts/log-exports.ts";
import { DeliveryFilterBar } from "./delivery-filter-bar.tsx";
import { DeliveryHistogram } from "./delivery-histogram.tsx";
import { DeliveryRows } from "./delivery-rows.tsx";
import { DeliverySheet } from "./delivery-sheet.tsx";
import { ResendMatching } from "./resend-matching.tsx";
import { type FixedDeliveryFilter, useDeliveryFilter } from "./use-delivery-filter.ts";
import { useDeliveryRows } from "./use-delivery-rows.ts";
import { useOpenDelivery } from "./use-open-delivery.ts";
import { useResend } from "./use-resend.tsx";
import { useResendKey } from "./use-resend-key.ts";

/** The log of deliveries: filters, live rows, and the delivery that is open beside them. All of it is in the address. */
export function DeliveryLog({ fixed = {} }: { fixed?: FixedDeliveryFilter }) {
  const container = useRef<HTMLDivElement>(null);
  const tenant = useTenant();
  const [isLive, setLive] = useState(true);
  const state = useDeliveryFilter(fixed);
  const log = useDeliveryRows(state.filter, isLive);
  const { openId, open, close } = useOpenDelivery();
  const { resend, dialog } = useResend();
  const copyId = useCopyNotice();
  const { isAllowed } = usePermission("deliveries:resend");
  const rows = log.page.data;
  const onResend = useResendKey(rows, resend);
  useRowWalk({ container, openId, onWalkOpen: open, onCopy: copyId, onResend });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <DeliveryFilterBar
        state={state}
        fixed={fixed}
        aside={
          <>
            {fixed.event ? null : <ResendMatching choices={state.choices} fixed={fixed} />}
            <ExportMenu
              subject="The log"
              most={`${mostExportedRows.toLocaleString("en")} deliveries`}
              save={(format) => saveDeliveries(tenant.id, state.filter, format)}
            />
            <LiveToggle isLive={isLive} isCutOff={log.isCutOff} onToggle={() => setLive(!isLive)} />
          </>
        }
      />
      <DeliveryHistogram filter={state.filter} onZoom={(range) => state.change({ range })} />
      <NewRowsPill log={log} />
      <Card ref={container}>
        <DeliveryRows log={log} state={state} fixed={fixed} openId={openId} onOpen={open} />
      </Card>
      {rows.length > 0 ? (
        <LogFooter page={log.page} things={["delivery", "deliveries"]} canResend={isAllowed} />
      ) : null}
      <DeliverySheet
        id={openId}
        known={rows.find((row) => row.id === openId)}
        onClose={close}
        onResend={resend}
      />
      {dialog}
    </div>
  );
}
