"use client";

import type { ReactNode } from "react";
import { Card, CardHeader } from "#components/ui/card.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { DeleteEndpoint } from "./delete-endpoint.tsx";
import { DisableEndpoint } from "./disable-endpoint.tsx";

/** What stops webhooks from arriving: disable, which can be undone, and delete, which cannot. */
export function DangerZone({ endpoint }: { endpoint: Endpoint }) {
  return (
    <Card>
      <CardHeader title="Danger zone" />
      <div className="divide-y divide-line">
        <Row
          title={endpoint.disabled ? "Enable" : "Disable"}
          text={
            endpoint.disabled
              ? "Events posted from then on are delivered again; what it missed can be recovered."
              : "Nothing is sent any more, open deliveries are canceled. To keep them waiting instead, pause the endpoint."
          }
        >
          <DisableEndpoint endpoint={endpoint} />
        </Row>
        <Row title="Delete" text="For good. The deliveries made so far stay in the log, under this URL.">
          <DeleteEndpoint endpoint={endpoint} />
        </Row>
      </div>
    </Card>
  );
}

function Row({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3.5">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-medium">{title}</h3>
        <p className="text-muted text-sm">{text}</p>
      </div>
      {children}
    </div>
  );
}
