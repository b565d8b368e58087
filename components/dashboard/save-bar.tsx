import { Button } from "#components/ui/button.tsx";

export interface SaveBarProps {
  isDirty: boolean;
  isSaving: boolean;
  onDiscard: () => void;
}

/** Stays in sight while there is something to save. */
export function SaveBar({ isDirty, isSaving, onDiscard }: SaveBarProps) {
  if (!isDirty) return null;
  return (
    <div className="sticky bottom-4 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-raised px-4 py-3 shadow-float">
      <Button type="submit" variant="primary" loading={isSaving}>
        Save changes
      </Button>
      <Button variant="ghost" onClick={onDiscard} disabled={isSaving}>
        Discard
      </Button>
      <p role="status" className="ml-2 text-muted text-sm">
        Unsaved changes
      </p>
    </div>
  );
}
