"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { ReplayDraft } from "./draft.ts";
import { ResendForm } from "./resend-form.tsx";

export interface ResendManyProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title?: string;
  /** What is chosen at first. */
  draft: ReplayDraft;
  /** The endpoint that it is about and stays about, by its address. */
  fixedEndpoint?: ReactNode;
  /** Goes to the page of the replay that was started, one step further unless told otherwise. */
  onStarted?: (path: string) => void;
}

/** Chooses deliveries, says how many and how long, tries one, and starts a replay of them. */
export function ResendMany(props: ResendManyProps) {
  const { open, onOpenChange, title, draft, fixedEndpoint, onStarted } = props;
  const router = useRouter();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title ?? "Resend many deliveries"}
      description={
        fixedEndpoint ? (
          <>
            To <span className="wrap-anywhere">{fixedEndpoint}</span>, under the same webhook-id.
          </>
        ) : (
          "Under the same webhook-id, at the pace that each endpoint takes."
        )
      }
      size="md"
    >
      <ResendForm
        initial={draft}
        isEndpointFixed={fixedEndpoint !== undefined}
        onClose={() => onOpenChange(false)}
        onStarted={onStarted ?? ((path) => router.push(path))}
      />
    </Dialog>
  );
}
