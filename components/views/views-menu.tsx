"use client";

import { Bookmark, ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { useUpdateView } from "#lib/client/views.ts";
import type { SavedView, ViewedLog } from "#lib/contracts/views.ts";
import { KeepFilter } from "./keep-filter.tsx";
import { useMayChange, useViews } from "./use-views.ts";
import { type ViewDeed, ViewDialog } from "./view-dialog.tsx";
import { ViewList } from "./view-list.tsx";
import { isSameQuery } from "./view-query.ts";

export interface ViewsMenuProps {
  log: ViewedLog;
  /** The filter of the log, and the view that its address names. */
  state: {
    query: string;
    isFiltered: boolean;
    choices: { view: string | null };
    change: (changes: { view: string | null }) => unknown;
  };
}

/** The saved views of a log: open one, keep the present filter as one, change and delete them. */
export function ViewsMenu({ log, state }: ViewsMenuProps) {
  const { portal } = useTenant();
  const { views, query } = useViews(log);
  const mayChange = useMayChange();
  const [isOpen, setOpen] = useState(false);
  const [deed, setDeed] = useState<ViewDeed>();
  const save = useSaveChanges();
  if (portal) return null;
  const current = views.find(({ id }) => id === state.choices.view);
  const isEdited = current !== undefined && !isSameQuery(current.query, state.query);
  // A dialog takes the menu's place.
  const ask = (next: ViewDeed) => {
    setOpen(false);
    setDeed(next);
  };
  return (
    <>
      <Popover
        label="Views"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={<Trigger current={current} isEdited={isEdited} />}
        className="flex w-80 flex-col p-0"
      >
        <ViewList
          views={views}
          query={query}
          currentId={current?.id}
          onOpened={() => setOpen(false)}
          onAsk={ask}
        />
        <KeepFilter
          isFiltered={state.isFiltered}
          edited={isEdited && mayChange(current) ? current : undefined}
          onSave={(view) => void save(view, state.query).then(() => setOpen(false))}
          onCreate={() => ask({ kind: "create" })}
        />
      </Popover>
      <ViewDialog
        deed={deed}
        log={log}
        query={state.query}
        onClose={() => setDeed(undefined)}
        onCreated={({ id }) => state.change({ view: id })}
        onDeleted={({ id }) => id === current?.id && state.change({ view: null })}
      />
    </>
  );
}

function Trigger({ current, isEdited, ...rest }: { current: SavedView | undefined; isEdited: boolean }) {
  return (
    <Button icon={<Bookmark />} className="min-w-0 max-w-64 shrink pr-2 text-sm" {...rest}>
      <span className="truncate">{current ? <bdi>{current.name}</bdi> : "Views"}</span>
      {isEdited ? <span className="font-normal text-muted">edited</span> : null}
      <ChevronDown aria-hidden className="size-3.5! text-faint" />
    </Button>
  );
}

function useSaveChanges() {
  const update = useUpdateView();
  return async ({ id, name }: SavedView, query: string) => {
    try {
      await update.mutateAsync({ params: { id }, body: { query } });
      toast.success(`Saved to ${name}`);
    } catch (error) {
      toast.error("The view was not changed", { description: messageOf(error) });
    }
  };
}
