"use client";

import { Plus, Save } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { SavedView } from "#lib/contracts/views.ts";

export interface KeepFilterProps {
  isFiltered: boolean;
  /** The view that is open, while the filter differs from it and the person may change it. */
  edited: SavedView | undefined;
  onSave: (view: SavedView) => void;
  onCreate: () => void;
}

/** Keeps the present filter: in the view that is open, or as a new one. */
export function KeepFilter({ isFiltered, edited, onSave, onCreate }: KeepFilterProps) {
  return (
    <div className="flex flex-col gap-0.5 border-line border-t p-1">
      {edited ? (
        <Button variant="ghost" icon={<Save />} onClick={() => onSave(edited)} className={itemStyle}>
          <span className="truncate">
            Save changes to <bdi>{edited.name}</bdi>
          </span>
        </Button>
      ) : null}
      <Button
        variant="ghost"
        icon={<Plus />}
        disabledReason={isFiltered ? undefined : "Filter the log first"}
        onClick={onCreate}
        className={itemStyle}
      >
        Save this filter as a view…
      </Button>
    </div>
  );
}

const itemStyle = "w-full min-w-0 justify-start px-2 font-normal text-ink";
