"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { IdText } from "./id-text.tsx";

export interface ErrorStateProps {
  title?: string;
  /** The cause, in the server's words where it gave any. */
  cause: ReactNode;
  onRetry?: () => void;
  /** Lets support find the request. */
  requestId?: string | undefined;
  className?: string;
}

export function ErrorState({
  title = "This did not load",
  cause,
  onRetry,
  requestId,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<TriangleAlert className="text-failed" />}
        title={title}
        description={cause}
        action={
          onRetry ? (
            <Button icon={<RotateCw />} onClick={onRetry}>
              Try again
            </Button>
          ) : null
        }
      />
      {requestId ? (
        <p className="-mt-10 flex items-center justify-center gap-1.5 pb-6 text-faint text-xs">
          Request <IdText id={requestId} label="request id" full className="text-xs" />
        </p>
      ) : null}
    </div>
  );
}
