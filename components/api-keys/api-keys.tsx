"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Listing } from "#components/lists/listing.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { apiKeysQuery } from "#lib/client/api-keys.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ApiKeyTable, apiKeyColumns } from "./api-key-table.tsx";
import { CreateApiKey } from "./create-api-key.tsx";
import { CreatedApiKey, type NewKey } from "./created-api-key.tsx";

/** The tenant's API keys; one just made stands on top, with what to do with it, until it is put away. */
export function ApiKeys({ apiUrl }: { apiUrl: string }) {
  const { id } = useTenant();
  const [cursor] = useQueryState("cursor", parseAsString);
  const [created, setCreated] = useState<NewKey>();
  const query = useQuery(apiKeysQuery(id, { limit: 50, ...(cursor ? { cursor } : {}) }));
  return (
    <div className="flex flex-col gap-6">
      {created ? (
        <CreatedApiKey
          key={created.id}
          apiKey={created}
          apiUrl={apiUrl}
          onDone={() => setCreated(undefined)}
        />
      ) : null}
      <Section
        title="API keys"
        description="Your backend signs in with one. A key is stored hashed, and shown once."
        actions={<CreateApiKey onCreated={setCreated} />}
      >
        <Card>
          <Listing
            query={query}
            columns={apiKeyColumns}
            things={["key", "keys"]}
            empty={<NoKeys onCreated={setCreated} />}
          >
            {(keys) => <ApiKeyTable keys={keys} />}
          </Listing>
        </Card>
      </Section>
    </div>
  );
}

function NoKeys({ onCreated }: { onCreated: (key: NewKey) => void }) {
  return (
    <EmptyState
      icon={<KeyRound />}
      title="No API keys yet"
      description="Create one to post your first event, with curl or from your backend."
      action={<CreateApiKey onCreated={onCreated} />}
    />
  );
}
