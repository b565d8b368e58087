"use client";

import { RotateCw } from "lucide-react";
import { FaultNote } from "#components/layout/fault-note.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <MessagePage
      title="This page broke"
      actions={
        <>
          <Button variant="primary" icon={<RotateCw />} onClick={() => retry()}>
            Try again
          </Button>
          <ButtonLink href="/">Go to your dashboard</ButtonLink>
        </>
      }
    >
      <FaultNote error={error} />
    </MessagePage>
  );
}
