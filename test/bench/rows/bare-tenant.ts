import { newId } from "#lib/ids.ts";
import type { BareTenant } from "../processes/bare-rows.ts";
import { eventData } from "../processes/event-request.ts";
import type { Rig } from "../rig/rig.ts";

const endpoints = 100;

/** A tenant of the ceilings: nothing but ids, since no product code looks it up. */
export function createBareTenant(rig: Rig): BareTenant {
  return {
    databaseUrl: rig.bareUrl,
    tenantId: newId(),
    applicationId: newId(),
    targets: Array.from({ length: endpoints }, (_, lane) => ({
      endpointId: newId(),
      url: `http://127.0.0.1:${rig.receiverPort}/ok/${lane}`,
    })),
    data: eventData,
  };
}
