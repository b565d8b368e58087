"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogActions, DialogClose } from "#components/ui/dialog.tsx";
import { formatCount } from "#components/ui/format.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useReplayEvent } from "#lib/client/events.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventDetail } from "#lib/contracts/events.ts";
import { TargetChoices } from "./target-choices.tsx";
import { type Scope, TargetScope } from "./target-scope.tsx";
import { findTargets, type Target } from "./targets.ts";

export interface SendAgainFormProps {
  event: EventDetail;
  close: () => void;
}

export function SendAgainForm({ event, close }: SendAgainFormProps) {
  const tenant = useTenant();
  const endpoints = useQuery(endpointsQuery(tenant.id, { application: event.application, limit: 250 }));
  if (endpoints.isError) {
    return <LoadFailure error={endpoints.error} onRetry={() => void endpoints.refetch()} />;
  }
  if (!endpoints.data) return <Skeleton className="h-24 w-full rounded-lg" />;
  return <TargetForm event={event} close={close} targets={findTargets(event, endpoints.data.data)} />;
}

function TargetForm({ event, close, targets }: SendAgainFormProps & { targets: Target[] }) {
  const replay = useReplayEvent();
  const everyone = targets.filter((target) => target.wasTarget && !target.isDisabled);
  const [scope, setScope] = useState<Scope>(everyone.length > 0 ? "all" : "some");
  const [chosen, setChosen] = useState<string[]>([]);
  const count = scope === "all" ? everyone.length : chosen.length;
  const submit = async (submitted: FormEvent) => {
    submitted.preventDefault();
    await replay.mutateAsync({
      params: { id: event.id },
      body: scope === "all" ? {} : { endpoints: chosen },
    });
    toast.success(`Queued for ${formatCount(count, "endpoint")}`);
    close();
  };
  return (
    <form
      onSubmit={(submitted) => void submit(submitted).catch(() => undefined)}
      className="flex flex-col gap-4"
    >
      <TargetScope targets={targets} count={everyone.length} value={scope} onValueChange={setScope} />
      {scope === "some" ? <TargetChoices targets={targets} chosen={chosen} onChange={setChosen} /> : null}
      <p role="alert" className="text-failed text-sm empty:hidden">
        {replay.error ? messageOf(replay.error) : null}
      </p>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={replay.isPending} disabled={count === 0}>
          {count === 0 ? "Choose endpoints" : `Send to ${formatCount(count, "endpoint")}`}
        </Button>
      </DialogActions>
    </form>
  );
}
