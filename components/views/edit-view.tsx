"use client";

import { useUpdateView } from "#lib/client/views.ts";
import type { SavedView } from "#lib/contracts/views.ts";
import { ViewForm } from "./view-form.tsx";

export function EditView({ view, close }: { view: SavedView; close: () => void }) {
  const update = useUpdateView();
  const { id, name, isShared, isOwn } = view;
  return (
    <ViewForm
      initial={{ name, isShared }}
      submitLabel="Save"
      canShare={isOwn}
      close={close}
      onSubmit={(body) => update.mutateAsync({ params: { id }, body })}
    />
  );
}
