"use client";

import { Laptop, Smartphone, SquareTerminal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { toast } from "#components/ui/toast.ts";
import { signOut, takeStep } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { describeDevice } from "./describe-device.ts";

export type SessionItem = {
  id: string;
  isThisDevice: boolean;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
};

const icons = { computer: Laptop, phone: Smartphone, program: SquareTerminal };

export function SessionRow({ session }: { session: SessionItem }) {
  const { isThisDevice, ipAddress, userAgent, createdAt, lastSeenAt } = session;
  const { name, kind } = describeDevice(userAgent);
  const Icon = icons[kind];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-faint" />
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium text-base" title={userAgent ?? undefined}>
            {name}
          </span>
          {isThisDevice ? <Badge tone="good">This device</Badge> : null}
        </p>
        <p className="flex flex-wrap items-center gap-x-1.5 text-muted text-sm">
          {ipAddress ? <span className="tabular-nums">{ipAddress}</span> : <span>Address unknown</span>}
          <span aria-hidden>·</span>
          <span>
            signed in <RelativeTime at={createdAt} />
          </span>
          {isThisDevice ? null : (
            <>
              <span aria-hidden>·</span>
              <span>
                last seen <RelativeTime at={lastSeenAt} />
              </span>
            </>
          )}
        </p>
      </div>
      <EndSession session={session} label={`Sign out ${name}`} />
    </li>
  );
}

function EndSession({ session, label }: { session: SessionItem; label: string }) {
  const router = useRouter();
  const [isEnding, setEnding] = useState(false);
  const end = async () => {
    setEnding(true);
    try {
      if (session.isThisDevice) return await signOut();
      await takeStep("revoke-session", { id: session.id });
      toast.success("Signed out there");
      router.refresh();
    } catch (error) {
      toast.error("That session goes on", { description: messageOf(error) });
    }
    setEnding(false);
  };
  return (
    <Button
      size="sm"
      loading={isEnding}
      onClick={() => void end()}
      aria-label={session.isThisDevice ? undefined : label}
    >
      Sign out
    </Button>
  );
}
