"use client";

import { toast } from "#components/ui/toast.ts";
import { useCopy } from "#components/ui/use-copy.ts";

/** Copies an id by a key press, where no button is there to say that it is done. */
export function useCopyNotice(): (id: string) => void {
  const { copy } = useCopy();
  return (id) => {
    void copy(id).then((done) => done && toast.info("Copied", { description: id }));
  };
}
