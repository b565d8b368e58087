"use client";

import { useId } from "react";
import { useOpenAttempt } from "#components/deliveries/use-open-delivery.ts";
import { formatCount } from "#components/ui/format.ts";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import { AttemptEntry } from "./attempt-entry.tsx";
import { ComingAttempt } from "./coming-attempt.tsx";

/** Every attempt of a delivery, newest first, under the one to come. The newest stands unfolded. */
export function AttemptTimeline({ delivery }: { delivery: DeliveryDetail }) {
  const titleId = useId();
  const { attempt: chosen, choose } = useOpenAttempt();
  const attempts = delivery.attempts.toReversed();
  const openId = chosen ?? attempts[0]?.id;
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h2 id={titleId} className="font-semibold text-base">
          {attempts.length === 0 ? "Attempts" : formatCount(attempts.length, "attempt")}
        </h2>
        <p className="text-muted text-sm">{scheduleNote(delivery)}</p>
      </div>
      <ol className="min-w-0 overflow-clip rounded-lg border border-line">
        <ComingAttempt delivery={delivery} />
        {attempts.map((attempt, place) => (
          <AttemptEntry
            key={attempt.id}
            attempt={attempt}
            previous={attempts[place + 1]}
            isOpen={attempt.id === openId}
            onToggle={() => choose({ attempt: attempt.id === openId ? none : attempt.id })}
          />
        ))}
        {attempts.length === 0 && delivery.status === "canceled" ? (
          <li className="px-4 py-3 text-muted">Canceled before the first attempt.</li>
        ) : null}
      </ol>
    </section>
  );
}

function scheduleNote({ attemptCount, scheduleAttempts, maxAttempts }: DeliveryDetail): string {
  if (scheduleAttempts === attemptCount) return `The schedule allows ${maxAttempts}`;
  return `${scheduleAttempts} of ${maxAttempts} since the last resend`;
}

// In the address, for "all of them are folded": absent means the newest one.
const none = "none";
