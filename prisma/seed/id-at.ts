import { randomUUID } from "node:crypto";
import { firstIdAt } from "#lib/ids.ts";

/** A UUIDv7 of a moment in the past, so that its row lies in the partition and at the place of that moment. */
export function idAt(time: Date): string {
  return firstIdAt(time).slice(0, 20) + randomUUID().slice(20);
}
