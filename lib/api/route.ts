import type { Context } from "../context.ts";
import type { Answer, Input, Operation } from "../contracts/operation.ts";
import type { Download } from "../download.ts";

/** What a handler may need beside its validated input. */
export type RequestFacts = {
  requestId: string;
  /** The body as it was sent, for operations that keep its text; empty without a body. */
  text: string;
  idempotencyKey: string | undefined;
  /** Of the last message that the client of a stream heard before. */
  lastEventId: string | undefined;
  /** Whether who called still may, for answers that go on. Rejects while that cannot be told. */
  isStillAllowed: () => Promise<boolean>;
};

export type Handler<O extends Operation> = (
  ctx: Context,
  input: Input<O>,
  facts: RequestFacts,
) => Promise<Answer<O>>;

/**
 * An operation with the verb behind it. `keepsIdempotency` routes store the key themselves; `before` does what takes its
 * time elsewhere, before a database connection is held.
 */
export type Route = {
  operation: Operation;
  keepsIdempotency: boolean;
  before?: (input: Input<Operation>) => Promise<unknown>;
  handle: (ctx: Context, input: Input<Operation>, facts: RequestFacts) => Promise<unknown>;
};

/** Binds an operation to its verb; a route declares, it never decides. */
export function route<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  { before }: { before?: (input: Input<O>) => Promise<unknown> } = {},
): Route {
  return {
    operation,
    keepsIdempotency: false,
    handle: handler as unknown as Route["handle"],
    ...(before ? { before: before as unknown as NonNullable<Route["before"]> } : {}),
  };
}

/** As `route`, for an operation whose answer is a file. */
export function fileRoute<O extends Operation & { answer: { file: string } }>(
  operation: O,
  handler: (ctx: Context, input: Input<O>) => Promise<Download>,
): Route {
  return { operation, keepsIdempotency: false, handle: handler as unknown as Route["handle"] };
}

/** As `route`, for an operation whose answer goes on as server-sent events. */
export function streamRoute<O extends Operation & { answer: { stream: true } }>(
  operation: O,
  handler: (ctx: Context, input: Input<O>, facts: RequestFacts) => Promise<ReadableStream<Uint8Array>>,
): Route {
  return { operation, keepsIdempotency: false, handle: handler as unknown as Route["handle"] };
}

/** As `route`, for the accept path, which stores the idempotency key in the transaction of the events. */
export function acceptRoute<O extends Operation>(operation: O, handler: Handler<O>): Route {
  return { ...route(operation, handler), keepsIdempotency: true };
}
