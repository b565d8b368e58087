"use client";

import { Button } from "#components/ui/button.tsx";
import { useCreateCatalogueLink } from "#lib/client/catalogue.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";

/** The way to a public link, and what it would show. */
export function NoPublicLink() {
  const { reason } = usePermission("event-types:write");
  const { mutate, isPending, error } = useCreateCatalogueLink();
  return (
    <div className="flex flex-col gap-4">
      <p>
        There is none now. With it, whoever has the link sees the name, description, schema, example and
        versions of every event type that is not archived, and nothing else.
      </p>
      <p role="alert" className="text-failed text-sm empty:hidden">
        {error ? messageOf(error) : null}
      </p>
      <Button
        variant="primary"
        loading={isPending}
        disabledReason={reason}
        onClick={() => mutate({})}
        className="self-end max-sm:self-stretch"
      >
        Turn on the link
      </Button>
    </div>
  );
}
