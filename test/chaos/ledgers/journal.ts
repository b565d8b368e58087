import { DurableLog } from "./durable-log.ts";
import type { TenantName } from "./lines.ts";

/** A time in which something was done: it took effect at some moment of it. Milliseconds of the Unix epoch. */
export type Span = { from: number; to: number };

/** What the harness did to endpoints, and when: the truth that invariants are held against. */
export type EndpointChange = Span & {
  kind: "endpoint";
  endpoint: string;
  endpointId: string;
  tenant: TenantName;
  application: string;
  /** As it is afterwards. */
  state: "open" | "disabled" | "deleted";
  eventTypes: string[];
  maxInFlight: number;
};

export type SecretChange = Span & {
  kind: "secret";
  endpoint: string;
  secret: string;
  /** For so long the former one still signs. */
  overlapSeconds: number;
};

/** Somebody sent an event again by hand, or replayed what an endpoint missed: to all or one of its endpoints. */
export type Resend = Span & {
  kind: "resend";
  /** All of the endpoint when undefined. */
  eventId: string | undefined;
  endpointId: string | undefined;
  /** Of a canceled delivery when all was well again: it has to arrive. */
  isRecovery: boolean;
};

/** Events older than retention, put straight into the tables; their rows go once they are delivered. */
export type OldEvents = { kind: "old"; at: number; endpoint: string; eventIds: string[] };

/** One fault: from when it struck until all was running again. */
export type Fault = Span & {
  kind: "fault";
  name: string;
  detail: string;
  /** Whether it reaches what delivers, rather than a receiver or an idle part. */
  isOurs: boolean;
  /** Whether something stood still or was cut off, without its end being closed. */
  isStandstill: boolean;
  /** Processes killed. */
  kills: number;
  /** The most deliveries that were being sent when something died, was cut off or stood still; what may come twice. */
  inFlight: number;
};

/** Something that must not happen whatever the fault, noticed on the way. */
export type Surprise = { kind: "surprise"; at: number; what: string };

export type Entry = EndpointChange | SecretChange | Resend | OldEvents | Fault | Surprise;

/** What the harness did, to be looked up by kind. */
export class Entries {
  readonly entries: Entry[];

  constructor(entries: Entry[] = []) {
    this.entries = entries;
  }

  of<K extends Entry["kind"]>(kind: K): Extract<Entry, { kind: K }>[] {
    return this.entries.filter((entry) => entry.kind === kind) as Extract<Entry, { kind: K }>[];
  }
}

/** Everything the harness does, in memory for the reconciliation and in a file for people. */
export class Journal extends Entries {
  readonly #log: DurableLog;

  constructor(path: string) {
    super();
    this.#log = new DurableLog(path);
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    void this.#log.append(entry);
  }

  surprise(what: string): void {
    this.add({ kind: "surprise", at: Date.now(), what });
  }

  close(): void {
    this.#log.close();
  }
}
