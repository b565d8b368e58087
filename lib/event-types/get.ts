import type { Context } from "../context.ts";
import type { EventType } from "../contracts/event-types.ts";
import { findEventType } from "./find.ts";
import { toEventType } from "./to-event-type.ts";

/** Reads an event type by name. Throws 404. */
export async function getEventType(ctx: Context, { name }: { name: string }): Promise<EventType> {
  return toEventType(await findEventType(ctx, name));
}
