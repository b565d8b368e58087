"use client";

import { useRef } from "react";
import { ExportMenu } from "#components/log/export-menu.tsx";
import { LiveToggle } from "#components/log/live-toggle.tsx";
import { LogFooter } from "#components/log/log-footer.tsx";
import { NewRowsPill } from "#components/log/new-rows-pill.tsx";
import { Card } from "#components/ui/card.tsx";
import { ViewsMenu } from "#components/views/views-menu.tsx";
import { saveDeliveries } from "#lib/client/deliveries.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { mostExportedRows } from "#lib/contracts/log-exports.ts";
import { DeliveryFilterBar } from "./delivery-filter-bar.tsx";
import { DeliveryHistogram } from "./delivery-histogram.tsx";
import { DeliveryRows } from "./delivery-rows.tsx";
import { DeliverySheet } from "./delivery-sheet.tsx";
import { ResendMatching } from "./resend-matching.tsx";
import { SelectMatching } from "./select-matching.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { type FixedDeliveryFilter, useDeliveryFilter } from "./use-delivery-filter.ts";
import { useDeliveryKeys } from "./use-delivery-keys.ts";
import { useDeliveryRows } from "./use-delivery-rows.ts";
import { useDeliverySelection } from "./use-delivery-selection.ts";
import { useOpenDelivery } from "./use-open-delivery.ts";
import { useResend } from "./use-resend.tsx";
import { useSelectionActions } from "./use-selection-actions.tsx";

/** The log of deliveries: filters, live rows, what is chosen of them, and the delivery that is open beside them. */
export function DeliveryLog({ fixed = {} }: { fixed?: FixedDeliveryFilter }) {
  const container = useRef<HTMLDivElement>(null);
  const state = useDeliveryFilter(fixed);
  const log = useDeliveryRows(state.filter);
  const opened = useOpenDelivery();
  const { resend, dialog } = useResend();
  const { isAllowed } = usePermission("deliveries:resend");
  const rows = log.page.data;
  const { selection, isPageWhole } = useDeliverySelection(state.filter, log.page);
  const actions = useSelectionActions(selection);
  useDeliveryKeys({ container, rows, opened, selection, onResend: resend, onResendAll: actions.resend });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <DeliveryFilterBar
        state={state}
        fixed={fixed}
        lead={isWhole(fixed) ? <ViewsMenu log="deliveries" state={state} /> : null}
        aside={
          <>
            <LogActions state={state} fixed={fixed} />
            <LiveToggle isLive={log.isLive} isCutOff={log.isCutOff} onToggle={log.toggleLive} />
          </>
        }
      />
      <DeliveryHistogram filter={state.filter} onZoom={(range) => state.change({ range })} />
      <NewRowsPill log={log} />
      <Card ref={container}>
        <DeliveryRows
          log={log}
          state={state}
          fixed={fixed}
          selection={selection}
          openId={opened.openId}
          onOpen={opened.open}
        />
      </Card>
      {rows.length > 0 ? (
        <LogFooter page={log.page} things={["delivery", "deliveries"]} canResend={isAllowed} canSelect />
      ) : null}
      <SelectionBar
        selection={selection}
        shownCount={rows.filter(({ id }) => selection.has(id)).length}
        actions={actions}
        isAside={opened.openId !== null}
      >
        {isPageWhole ? <SelectMatching choices={state.choices} fixed={fixed} /> : null}
      </SelectionBar>
      <DeliverySheet
        id={opened.openId}
        known={rows.find((row) => row.id === opened.openId)}
        onClose={opened.close}
        onResend={resend}
      />
      {dialog}
      {actions.dialog}
    </div>
  );
}

// A view is of the whole log, not of one object's part of it.
function isWhole(fixed: FixedDeliveryFilter): boolean {
  return Object.keys(fixed).length === 0;
}

type LogActionsProps = { state: ReturnType<typeof useDeliveryFilter>; fixed: FixedDeliveryFilter };

/** What can be done to all that the log is filtered for. */
function LogActions({ state, fixed }: LogActionsProps) {
  const { id } = useTenant();
  return (
    <>
      {fixed.event ? null : <ResendMatching choices={state.choices} fixed={fixed} />}
      <ExportMenu
        subject="The log"
        most={`${mostExportedRows.toLocaleString("en")} deliveries`}
        save={(format) => saveDeliveries(id, state.filter, format)}
      />
    </>
  );
}
