import { fromUUID, TypeID } from "typeid-js";
import { uuidv7 } from "uuidv7";
import { idPrefixes, type Noun } from "./contracts/ids.ts";

/** A new time-ordered UUIDv7 (RFC 9562), monotonic within this process. */
export function newId(): string {
  return uuidv7();
}

/** The public form of a UUID: `toPublicId("event", uuid)` is `evt_…`. */
export function toPublicId(noun: Noun, uuid: string): string {
  return fromUUID(uuid, idPrefixes[noun]);
}

/** The UUID behind a public id, or undefined when it is not one of this noun. */
export function fromPublicId(noun: Noun, publicId: string): string | undefined {
  try {
    return TypeID.fromString(publicId, idPrefixes[noun]).toUUID();
  } catch {
    return undefined;
  }
}

/** The smallest UUIDv7 of a moment: the edge of a time range over ids. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}

/** The moment a UUIDv7 was made, to the millisecond. */
export function timeOfId(uuid: string): Date {
  return new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16));
}
