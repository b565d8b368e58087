/** What the producer writes down: before it posts, and once it has an answer. Times are milliseconds of the Unix epoch. */
export type ProducerLine =
  | { kind: "intent"; at: number; post: Post }
  /** Answered 202: from here on the event must never be lost. */
  | { kind: "ack"; at: number; key: string; eventId: string; timestamp: string }
  /** Answered with a final no. */
  | { kind: "refused"; at: number; key: string; status: number }
  /** Not answered (status 0), or told to try again: stored or not, and posted again under the same identity. */
  | { kind: "unknown"; at: number; key: string; status: number };

/** One event the producer wants to have delivered; its data tells its key, so that every copy can be traced. */
export type Post = {
  key: string;
  type: string;
  /** Whose key it is posted with. */
  tenant: TenantName;
  application: string;
  /** How a repeated POST is told from a new one. */
  identity: "idempotency-key" | "own-id" | "both";
  form: "single" | "batch" | "invalid";
  /** Characters of padding. */
  padding: number;
};

export type TenantName = "loud" | "quiet" | "crowd";

/** What the receiver writes down, on the disk before it answers. */
export type Arrival = {
  kind: "arrival";
  /** Counts the receiver's requests. */
  serial: number;
  at: number;
  /** The endpoint's name, out of the path. */
  endpoint: string;
  webhookId: string;
  timestamp: string;
  signature: string;
  /** SHA-256 of the body, hexadecimal. */
  body: string;
  /** The status it is about to answer; 0 is none at all. */
  status: number;
};

/** When a request was over at the receiver: answered, or its connection closed. */
export type Departure = { kind: "departure"; serial: number; at: number };

export type ReceiverLine = Arrival | Departure;
