import type { ErrorKind } from "#lib/contracts/error-kinds.ts";

/** `message` may be shown to the tenant; `reason` is for the operator's log alone. */
export type SendError = { kind: ErrorKind; message: string; reason?: string };

export type Answer = {
  status: number;
  /** Names as the receiver wrote them, in its order, repeated ones repeated. */
  headers: [string, string][];
  body: Buffer;
  /** True when the answer was longer than the cap or broke off after its headers. */
  truncated: boolean;
};

/** Milliseconds of each step to one decimal, null for one that did not happen or did not finish. */
export type Timings = {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  /** From the first byte of the request written to the first byte of the answer received. */
  firstByteMs: number | null;
  totalMs: number;
};

/** One request and what came of it: `error` is null exactly when the webhook was delivered (a 2xx). */
export type SendResult = {
  startedAt: Date;
  timings: Timings;
  remoteAddress: string | null;
  response: Answer | null;
  error: SendError | null;
};
