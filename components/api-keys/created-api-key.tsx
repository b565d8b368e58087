"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { CodeTabs } from "#components/ui/code-tabs.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import type { createApiKey } from "#lib/contracts/api-keys.ts";
import type { Answer } from "#lib/contracts/operation.ts";
import { scopesCan } from "#lib/contracts/permissions.ts";
import { eventSnippets } from "./event-snippets.ts";
import { WaitingForEvent } from "./waiting-for-event.tsx";

export type NewKey = Answer<typeof createApiKey>;

export interface CreatedApiKeyProps {
  apiKey: NewKey;
  apiUrl: string;
  onDone: () => void;
}

/** A key just made: copy it now, post an event with it, see the event arrive. */
export function CreatedApiKey({ apiKey, apiUrl, onDone }: CreatedApiKeyProps) {
  const card = useRef<HTMLDivElement>(null);
  // The dialog that had the focus is gone, and what matters now may be out of sight.
  useEffect(() => card.current?.focus(), []);
  const canPost = scopesCan(apiKey.scopes, "events:write");
  return (
    <Card ref={card} tabIndex={-1} className="outline-none">
      <CardHeader title={<>Your new key: {apiKey.name}</>} />
      <CardBody className="flex flex-col gap-4">
        <Callout tone="warn" title="Copy the key now">
          It is stored hashed: nobody, we included, can show it to you again.
        </Callout>
        <CopyLine text={apiKey.key} label="Copy key" withLabel />
        {canPost ? (
          <>
            <div>
              <h3 className="mb-2 font-medium">Post your first event with it</h3>
              <CodeTabs label="Post an event" snippets={eventSnippets({ apiUrl, key: apiKey.key })} />
            </div>
            <WaitingForEvent since={apiKey.createdAt} />
          </>
        ) : null}
      </CardBody>
      <CardFooter className="justify-end">
        <Button variant="primary" onClick={onDone}>
          I have copied the key
        </Button>
      </CardFooter>
    </Card>
  );
}
