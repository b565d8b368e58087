"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import type { SavedView, ViewedLog } from "#lib/contracts/views.ts";
import { CreateView } from "./create-view.tsx";
import { DeleteView } from "./delete-view.tsx";
import { EditView } from "./edit-view.tsx";

/** What somebody wants to do to views. */
export type ViewDeed =
  | { kind: "create" }
  | { kind: "edit"; view: SavedView }
  | { kind: "delete"; view: SavedView };

export interface ViewDialogProps {
  /** Nothing while no dialog is open. */
  deed: ViewDeed | undefined;
  log: ViewedLog;
  query: string;
  onClose: () => void;
  onCreated: (view: SavedView) => void;
  onDeleted: (view: SavedView) => void;
}

/** Names a filter that is kept, changes a view's name and who sees it, or deletes it. */
export function ViewDialog({ deed, log, query, onClose, onCreated, onDeleted }: ViewDialogProps) {
  return (
    <>
      <Dialog
        open={deed?.kind === "create" || deed?.kind === "edit"}
        onOpenChange={(isOpen) => isOpen || onClose()}
        title={deed?.kind === "edit" ? "Edit view" : "Save this filter as a view"}
        size="sm"
      >
        {deed?.kind === "edit" ? (
          <EditView view={deed.view} close={onClose} />
        ) : (
          <CreateView log={log} query={query} close={onClose} onCreated={onCreated} />
        )}
      </Dialog>
      <DeleteView
        view={deed?.kind === "delete" ? deed.view : undefined}
        onClose={onClose}
        onDeleted={onDeleted}
      />
    </>
  );
}
