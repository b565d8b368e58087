"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { sampleDataQuery, useRemoveSampleData } from "#lib/client/sample-data.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** While there is sample data: says how to tell it apart, and takes it away. */
export function SampleDataNotice() {
  const { id, slug } = useTenant();
  const { data } = useQuery(sampleDataQuery(id));
  if (!data?.loaded || !data.application) return null;
  return (
    <Callout
      title="This tenant holds sample data"
      actions={
        <>
          <ButtonLink size="sm" href={`/${slug}/deliveries?application=${data.application}`}>
            See its deliveries
          </ButtonLink>
          <RemoveSampleData />
        </>
      }
    >
      Its application and endpoints are called “Sample”, its event types begin with{" "}
      <code className="font-mono text-xs">sample.</code>, its events carry the tag{" "}
      <code className="font-mono text-xs">sample</code>.
    </Callout>
  );
}

function RemoveSampleData() {
  const { reason } = usePermission("applications:write");
  const remove = useRemoveSampleData();
  const trigger = (
    <Button size="sm" disabledReason={reason}>
      Remove sample data
    </Button>
  );
  if (reason) return trigger;
  return (
    <ConfirmDialog
      trigger={trigger}
      title="Remove the sample data?"
      consequences="Its application, endpoints, event types, events, deliveries and replays are deleted, and its share of the charts. What is yours stays."
      confirmLabel="Remove"
      onConfirm={() => remove.mutateAsync({})}
    />
  );
}
