"use client";

import { AttemptTimeline } from "#components/attempts/attempt-timeline.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import { DeliveryFacts } from "./delivery-facts.tsx";
import { WhatHappened } from "./what-happened.tsx";

/** All there is to know about a delivery, the same in the sheet and on its page. */
export function DeliveryDetails({ delivery }: { delivery: DeliveryDetail }) {
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <WhatHappened delivery={delivery} />
      <DeliveryFacts delivery={delivery} />
      <AttemptTimeline delivery={delivery} />
    </div>
  );
}
