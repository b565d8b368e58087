"use client";

import { RotateCw } from "lucide-react";
import { useParams } from "next/navigation";
import { FaultNote } from "#components/layout/fault-note.tsx";
import { Message } from "#components/layout/message.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

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
      <FaultNote error={error} />
    </Message>
  );
}
