"use client";

import { FlaskConical } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { LiveDelivery, useLiveDelivery } from "#components/endpoints/live-delivery.tsx";
import { Button } from "#components/ui/button.tsx";
import { useRetryDelivery } from "#lib/client/deliveries.ts";
import { messageOf } from "#lib/client/form-errors.ts";

export interface TryOneProps {
  /** The delivery to try; null when there is none. */
  sample: string | null;
  /** The one that was tried came to its end. */
  onTried: () => void;
  /** What it is one of. */
  children: ReactNode;
}

/** Sends one of them and shows what becomes of it, before all the others follow. */
export function TryOne({ sample, onTried, children }: TryOneProps) {
  const [triedId, setTriedId] = useState<string>();
  const retry = useRetryDelivery();
  const send = () =>
    sample && retry.mutate({ params: { id: sample } }, { onSuccess: () => setTriedId(sample) });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">{children}</div>
        <Button icon={<FlaskConical />} loading={retry.isPending} disabled={sample === null} onClick={send}>
          {triedId ? "Try another" : "Try one first"}
        </Button>
      </div>
      {triedId ? <Tried key={triedId} id={triedId} onTried={onTried} /> : null}
      <p role="alert" className="text-failed text-sm empty:hidden">
        {retry.error ? messageOf(retry.error) : null}
      </p>
    </div>
  );
}

function Tried({ id, onTried }: { id: string; onTried: () => void }) {
  const { data } = useLiveDelivery(id);
  const isOver = data !== undefined && data.status !== "pending" && data.status !== "sending";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes to its end
  useEffect(() => {
    if (isOver) onTried();
  }, [isOver]);
  return <LiveDelivery deliveryId={id} />;
}
