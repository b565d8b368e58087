"use client";

import { toast } from "#components/ui/toast.ts";
import { useCreateView } from "#lib/client/views.ts";
import type { SavedView, ViewedLog } from "#lib/contracts/views.ts";
import { ViewForm } from "./view-form.tsx";

export interface CreateViewProps {
  log: ViewedLog;
  query: string;
  close: () => void;
  onCreated: (view: SavedView) => void;
}

export function CreateView({ log, query, close, onCreated }: CreateViewProps) {
  const create = useCreateView();
  return (
    <ViewForm
      initial={{ name: "", isShared: false }}
      submitLabel="Save view"
      close={close}
      onSubmit={async (values) => {
        const view = await create.mutateAsync({ body: { log, query, ...values } });
        onCreated(view);
        toast.success("View saved", { description: view.name });
      }}
    />
  );
}
