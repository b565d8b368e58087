"use client";

import { History } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { usePermission } from "#lib/client/permission.ts";

export function RecoverButton({ onClick }: { onClick: () => void }) {
  const { reason } = usePermission("deliveries:resend");
  return (
    <Button size="sm" icon={<History />} disabledReason={reason} onClick={onClick}>
      Recover…
    </Button>
  );
}
