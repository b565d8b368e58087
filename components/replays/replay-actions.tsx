"use client";

import { Ban, Pause, Play } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { formatCount } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useCancelReplay, usePauseReplay, useResumeReplay } from "#lib/client/replays.ts";
import type { Replay } from "#lib/contracts/replays.ts";
import { leftOf } from "./progress.ts";

/** Pause or resume, and cancel, while it is not over. */
export function ReplayActions({ replay }: { replay: Replay }) {
  if (replay.finishedAt) return null;
  return (
    <>
      {replay.status === "paused" ? <Resume id={replay.id} /> : <PauseButton id={replay.id} />}
      <Cancel replay={replay} />
    </>
  );
}

function PauseButton({ id }: { id: string }) {
  const { reason } = usePermission("deliveries:resend");
  const pause = usePauseReplay();
  const run = () =>
    pause.mutate(
      { params: { id } },
      {
        onSuccess: () => toast.success("Paused: nothing more is sent until you resume it"),
        onError: (error) => toast.error("It is not paused", { description: messageOf(error) }),
      },
    );
  return (
    <Button icon={<Pause />} disabledReason={reason} loading={pause.isPending} onClick={run}>
      Pause
    </Button>
  );
}

function Resume({ id }: { id: string }) {
  const { reason } = usePermission("deliveries:resend");
  const resume = useResumeReplay();
  const run = () =>
    resume.mutate(
      { params: { id } },
      {
        onSuccess: () => toast.success("Resumed"),
        onError: (error) => toast.error("It is still paused", { description: messageOf(error) }),
      },
    );
  return (
    <Button
      variant="primary"
      icon={<Play />}
      disabledReason={reason}
      loading={resume.isPending}
      onClick={run}
    >
      Resume
    </Button>
  );
}

function Cancel({ replay }: { replay: Replay }) {
  const { reason } = usePermission("deliveries:resend");
  const cancel = useCancelReplay();
  const button = (
    <Button icon={<Ban />} disabledReason={reason}>
      Cancel
    </Button>
  );
  if (reason) return button;
  const left = leftOf(replay);
  return (
    <ConfirmDialog
      trigger={button}
      title="Cancel this replay?"
      consequences={`${replay.total === null ? "What it has not sent" : formatCount(left, "delivery", "deliveries")} ${left === 1 ? "stays" : "stay"} as ${left === 1 ? "it was" : "they were"}. What was sent already cannot be taken back. You can start another replay later.`}
      confirmLabel="Cancel replay"
      onConfirm={async () => {
        await cancel.mutateAsync({ params: { id: replay.id } });
        toast.success("Replay canceled");
      }}
    />
  );
}
