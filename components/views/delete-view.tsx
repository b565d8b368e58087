"use client";

import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRemoveView } from "#lib/client/views.ts";
import type { SavedView } from "#lib/contracts/views.ts";

export interface DeleteViewProps {
  /** The view to delete; nothing while the dialog is closed. */
  view: SavedView | undefined;
  onClose: () => void;
  onDeleted: (view: SavedView) => void;
}

export function DeleteView({ view, onClose, onDeleted }: DeleteViewProps) {
  const remove = useRemoveView();
  const [lastView, setLastView] = useState(view);
  if (view && view !== lastView) setLastView(view);
  return (
    <ConfirmDialog
      open={view !== undefined}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={
        <>
          Delete the view <bdi>{lastView?.name}</bdi>?
        </>
      }
      consequences={
        lastView?.isShared
          ? "It will be gone for everyone in this tenant. The log itself stays as it is."
          : "The log itself stays as it is."
      }
      confirmLabel="Delete view"
      onConfirm={async () => {
        if (!view) return;
        await remove.mutateAsync({ params: { id: view.id } });
        onDeleted(view);
        toast.success("View deleted");
      }}
    />
  );
}
