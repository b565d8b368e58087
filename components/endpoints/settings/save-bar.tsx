import { Button } from "#components/ui/button.tsx";

export interface SaveBarProps {
  isDirty: boolean;
  isSaving: boolean;
  /** Why the person may not save. */
  reason: string | undefined;
  onDiscard: () => void;
}

/** Stays in sight while there is something to save. */
export function SaveBar({ isDirty, isSaving, reason, onDiscard }: SaveBarProps) {
  if (!isDirty && !reason) return null;
  return (
    <div className="sticky bottom-4 z-10 flex flex-wrap items-center justify-end gap-2 rounded-lg border border-line bg-raised px-4 py-3 shadow-float">
      <p role="status" className="mr-auto text-muted text-sm">
        {isDirty ? "Unsaved changes" : reason}
      </p>
      {isDirty ? (
        <Button variant="ghost" onClick={onDiscard} disabled={isSaving}>
          Discard
        </Button>
      ) : null}
      <Button type="submit" variant="primary" loading={isSaving} disabledReason={reason}>
        Save changes
      </Button>
    </div>
  );
}
