"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

export interface SaveButtonProps {
  isSaving: boolean;
  isDirty: boolean;
  /** Why this person may not save. */
  reason: string | undefined;
  children: ReactNode;
}

/** Sends a form of settings, once there is something to save. */
export function SaveButton({ isSaving, isDirty, reason, children }: SaveButtonProps) {
  return (
    <Button type="submit" variant="primary" loading={isSaving} disabled={!isDirty} disabledReason={reason}>
      {children}
    </Button>
  );
}
