"use client";

import { useQueryClient } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ApiProblem } from "#lib/client/problem.ts";

/** Says so when the session has ended meanwhile, over the page, so that nothing typed is lost before it can be copied. */
export function SignedOut() {
  const [isSignedOut, setSignedOut] = useState(false);
  const queryClient = useQueryClient();
  const pathname = usePathname();
  useEffect(() => {
    const look = (error: unknown) => {
      if (error instanceof ApiProblem && error.code === "unauthenticated") setSignedOut(true);
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
      open={isSignedOut}
      onOpenChange={setSignedOut}
      size="sm"
      title="You were signed out"
      description="Your session has ended, here or by “Sign out everywhere”. Sign in again to go on."
      footer={
        <ButtonLink variant="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(pathname)}`}>
          Sign in
        </ButtonLink>
      }
    />
  );
}
