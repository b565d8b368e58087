"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { formatCount } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { replayPreviewQuery, useCreateReplay } from "#lib/client/replays.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { ReplayPreview } from "#lib/contracts/replays.ts";
import { type ReplayDraft, scopeOf } from "./draft.ts";
import { PreviewSummary } from "./preview-summary.tsx";
import { ScopeFields } from "./scope-fields.tsx";
import { secondsInWords } from "./seconds-in-words.ts";
import { TryOne } from "./try-one.tsx";

export interface ResendFormProps {
  initial: ReplayDraft;
  isEndpointFixed: boolean;
  onClose: () => void;
  /** Goes to the page of the replay that was started. */
  onStarted: (path: string) => void;
}

const recountMs = 5_000;

export function ResendForm({ initial, isEndpointFixed, onClose, onStarted }: ResendFormProps) {
  const { id: tenantId } = useTenant();
  const [openedAt] = useState(() => new Date());
  const [draft, setDraft] = useState(initial);
  const scope = scopeOf(draft, openedAt);
  const isChosen = draft.statuses.length > 0;
  const preview = useQuery({
    ...replayPreviewQuery(tenantId, scope),
    enabled: isChosen,
    refetchInterval: recountMs,
  });
  const known = isChosen && !preview.isError ? preview.data : undefined;
  const start = useStart(known, onStarted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    start.run(scope);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <ScopeFields
        draft={draft}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
        isEndpointFixed={isEndpointFixed}
      />
      <div className="rounded-lg border border-line bg-sunken px-4 py-3">
        <TryOne sample={known?.sample ?? null} onTried={() => void preview.refetch()}>
          <PreviewSummary preview={isChosen ? preview : undefined} />
        </TryOne>
      </div>
      <DialogActions>
        <p role="alert" className="min-w-0 flex-1 basis-full text-failed text-sm empty:hidden">
          {start.failure}
        </p>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          loading={start.isBusy}
          disabled={!known || preview.isPlaceholderData || sendableOf(known) === 0}
        >
          {known ? labelOf(known) : "Resend"}
        </Button>
      </DialogActions>
    </form>
  );
}

function sendableOf({ count, skipped }: ReplayPreview): number {
  return count - skipped;
}

function labelOf(preview: ReplayPreview): string {
  if (!preview.isExact) return "Resend all";
  return `Resend ${formatCount(sendableOf(preview), "delivery", "deliveries")}`;
}

/** Starts it and goes where its progress is seen; busy until that page is there. */
function useStart(preview: ReplayPreview | undefined, onStarted: ResendFormProps["onStarted"]) {
  const { slug } = useTenant();
  const create = useCreateReplay();
  const run = (scope: ReturnType<typeof scopeOf>) =>
    create.mutate(
      { body: scope },
      {
        onSuccess: (replay) => {
          if (!("id" in replay)) return;
          onStarted(`/${slug}/replays/${replay.id}`);
          toast.success("Replay started", {
            ...(preview ? { description: `About ${secondsInWords(preview.estimatedSeconds)}.` } : {}),
          });
        },
      },
    );
  const failure = create.error ? messageOf(create.error) : undefined;
  return { run, isBusy: create.isPending || create.isSuccess, failure };
}
