"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { CardFooter } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { goTo, takeStep } from "#lib/client/account.ts";
import { type SessionItem, SessionRow } from "./session-row.tsx";

/** Where one is signed in, and how to end it there. */
export function SessionList({ sessions }: { sessions: readonly SessionItem[] }) {
  return (
    <>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <CardFooter>
        <span>A session ends by itself thirty days after sign-in.</span>
        <div className="flex flex-wrap gap-2">
          <RevokeOthers count={sessions.length - 1} />
          <SignOutEverywhere />
        </div>
      </CardFooter>
    </>
  );
}

function RevokeOthers({ count }: { count: number }) {
  const router = useRouter();
  const revoke = async () => {
    await takeStep("revoke-other-sessions", {});
    toast.success(count === 1 ? "The other session has ended" : `${count} other sessions have ended`);
    router.refresh();
  };
  if (count < 1) return null;
  return (
    <ConfirmDialog
      trigger={<Button>Sign out other devices…</Button>}
      title="Sign out other devices?"
      consequences={`${count === 1 ? "One session ends" : `${count} sessions end`} within a second. You stay signed in here, and API keys keep working.`}
      confirmLabel="Sign out other devices"
      tone="primary"
      onConfirm={revoke}
    />
  );
}

function SignOutEverywhere() {
  return (
    <ConfirmDialog
      trigger={<Button variant="ghost">Sign out everywhere…</Button>}
      title="Sign out everywhere?"
      consequences="Every session of yours ends within a second, on all devices, this one included. API keys keep working."
      confirmLabel="Sign out everywhere"
      tone="primary"
      onConfirm={async () => goTo((await takeStep("sign-out-everywhere", {})).redirectTo)}
    />
  );
}
