"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "#components/ui/toast.ts";
import { takeStep } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import type { Preferences } from "#lib/contracts/preferences.ts";

/** Preferences with the way to change them. */
export type Kept = { preferences: Preferences; change: (changes: Partial<Preferences>) => void };

/** What the account keeps: a change shows at once, and is undone when the server did not take it. Undefined without an account. */
export function useAccountPreferences(
  account: Preferences | undefined,
  onUndo: (before: Partial<Preferences>) => void,
): Kept | undefined {
  const [changed, setChanged] = useState<Partial<Preferences>>({});
  const preferences = account && { ...account, ...changed };
  const { mutate } = useMutation({
    // One after the other, so that the last choice is the one that stays.
    scope: { id: "preferences" },
    mutationFn: ({ changes }: { changes: Partial<Preferences>; before: Partial<Preferences> }) =>
      takeStep("preferences", changes),
    onError: (error, { before }) => {
      setChanged((all) => ({ ...all, ...before }));
      onUndo(before);
      toast.error("Your preference was not saved", { description: messageOf(error) });
    },
  });
  if (!preferences) return undefined;
  const change = (changes: Partial<Preferences>) => {
    const names = Object.keys(changes) as (keyof Preferences)[];
    const before = Object.fromEntries(names.map((name) => [name, preferences[name]]));
    setChanged((all) => ({ ...all, ...changes }));
    mutate({ changes, before });
  };
  return { preferences, change };
}
