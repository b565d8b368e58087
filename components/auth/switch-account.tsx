"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { goTo, takeStep } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";

/** Signs out and comes back to `path` as nobody. */
export function SwitchAccount({ path }: { path: string }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const leave = async () => {
    setBusy(true);
    try {
      await takeStep("sign-out", {});
      goTo(path);
    } catch (error) {
      setBusy(false);
      setProblem(messageOf(error));
    }
  };
  return (
    <>
      <Button variant="primary" size="lg" loading={isBusy} onClick={() => void leave()}>
        Sign out and continue
      </Button>
      <p role="alert" className="text-failed text-sm empty:hidden">
        {problem}
      </p>
    </>
  );
}
