"use client";

import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { sampleDataQuery, useLoadSampleData } from "#lib/client/sample-data.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** For those who want to look around first: one press fills the tenant, and says what comes. */
export function LoadSampleData() {
  const { reason } = usePermission("applications:write");
  const { id } = useTenant();
  const { data } = useQuery(sampleDataQuery(id));
  const load = useLoadSampleData();
  if (!data || data.loaded) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-sunken px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">Just looking around?</p>
        <p className="text-muted text-sm">
          Sample data brings event types, endpoints and deliveries that succeed, retry and fail. One press
          removes it again.
        </p>
        <p role="alert" className="text-failed text-sm empty:hidden">
          {load.error ? messageOf(load.error) : null}
        </p>
      </div>
      <Button
        size="sm"
        icon={<Sparkles />}
        onClick={() => load.mutate({})}
        loading={load.isPending || load.isSuccess}
        disabledReason={reason}
      >
        Load sample data
      </Button>
    </div>
  );
}
