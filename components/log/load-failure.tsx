"use client";

import { ErrorState } from "#components/ui/error-state.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import { ApiProblem } from "#lib/client/problem.ts";

/** Why something did not load, in the server's words, with the request's id where there was an answer. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <ErrorState
      cause={messageOf(error)}
      onRetry={onRetry}
      requestId={error instanceof ApiProblem && error.requestId ? error.requestId : undefined}
    />
  );
}

/** Whether the API says that there is no such object, or that its id cannot be one. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 404 || error.status === 422);
}
