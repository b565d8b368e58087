"use client";

import { ListChecks } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useChecklist } from "./use-checklist.ts";

/** Brings the checklist back after it was put away, while there is something left on it. */
export function ChecklistResume({ onResume }: { onResume: () => void }) {
  const steps = useChecklist();
  const left = steps?.filter((step) => !step.isDone).length ?? 0;
  if (left === 0) return null;
  return (
    <Button variant="ghost" icon={<ListChecks />} onClick={onResume}>
      First steps, {left} left
    </Button>
  );
}
