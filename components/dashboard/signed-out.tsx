"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ApiProblem } from "#lib/client/problem.ts";

/** Says so when the session has ended meanwhile, over the page, so that nothing typed is lost before it can be copied. */
export function SignedOut() {
  const [returnTo, setReturnTo] = useState<string>();
  const queryClient = useQueryClient();
  useEffect(() => {
    const look = (error: unknown) => {
      if (error instanceof ApiProblem && error.code === "unauthenticated") {
        setReturnTo(location.pathname + location.search);
      }
    };
    const leave = [
      queryClient.getQueryCache().subscribe(({ query }) => look(query.state.error)),
      queryClient.getMutationCache().subscribe(({ mutation }) => look(mutation?.state.error)),
    ];
    return () => {
      for (const stop of leave) stop();
    };
  }, [queryClient]);
  return (
    <Dialog
      open={returnTo !== undefined}
      onOpenChange={(open) => !open && setReturnTo(undefined)}
      size="sm"
      title="You were signed out"
      description="Your session has ended, here or by “Sign out everywhere”. Sign in again to go on."
      footer={
        <ButtonLink variant="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(returnTo ?? "/")}`}>
          Sign in
        </ButtonLink>
      }
    />
  );
}
