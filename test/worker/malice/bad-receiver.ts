import type { ErrorKind } from "#lib/contracts/error-kinds.ts";
import type { RawReceiverOptions } from "#test/lib/delivery/raw-receiver.ts";

/** A receiver that misbehaves, and what must be recorded of the one attempt at it. */
export type BadReceiver = {
  name: string;
  options: RawReceiverOptions;
  /** What is recorded; null when it counts as delivered all the same. */
  kind: ErrorKind | null;
  /** True for one that keeps its attempt under way until the deadline. */
  hangs?: true;
};

/** One that answers every request with these bytes. */
export function answers(name: string, kind: ErrorKind | null, bytes: string | Buffer): BadReceiver {
  return { name, kind, options: { answer: ({ socket }) => void socket.write(bytes) } };
}

/** One that answers every request with these bytes and hangs up. */
export function answersAndEnds(name: string, kind: ErrorKind | null, bytes: string): BadReceiver {
  return { name, kind, options: { answer: ({ socket }) => void socket.end(bytes) } };
}
