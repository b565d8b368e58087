"use client";

import { RotateCw } from "lucide-react";
import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { IdText } from "#components/ui/id-text.tsx";

export default function TenantError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="This page broke"
      actions={
        <>
          <Button variant="primary" icon={<RotateCw />} onClick={() => retry()}>
            Try again
          </Button>
          <ButtonLink href={`/${tenant}`}>Go to the overview</ButtonLink>
        </>
      }
    >
      The fault is ours and has been logged. Your webhooks are not affected: they are sent by another process.
      {error.digest ? (
        <p className="mt-3 text-faint text-xs">
          Error <IdText id={error.digest} label="error id" full className="text-xs" />
        </p>
      ) : null}
    </Message>
  );
}
