import { AppError } from "../errors.ts";
import { failpoint } from "../failpoint.ts";
import { Gathering } from "../gather.ts";
import { log } from "../log.ts";
import { observe, observeSince } from "../metrics.ts";
import { isRefusedData } from "../refused-data.ts";
import { type NewEvent, type Stored, type StoredEvent, storeEvents } from "./store.ts";
import { traceFlush } from "./trace-flush.ts";

type Waiting = { event: NewEvent; resolve: (stored: StoredEvent) => void; reject: (error: unknown) => void };

const maxFlushEvents = 500;
const maxFlushCharacters = 8 * 1024 * 1024;
const maxWaiting = 20_000;
/** Some of a hundred connections are still to be answered, and to post again, while the others wait for their commit. */
const fullFlush = 64;

type Flusher = { waiting: Waiting[]; gathering: Gathering; isFlushing: boolean };

const processGlobals = globalThis as { posthornFlusher?: Flusher };

/**
 * Stores an event together with all that arrive while the previous flush is under way, at once when few do.
 * Rejects with 503 when too much waits already, so that a slow database cannot fill the memory.
 */
export function inNextFlush(event: NewEvent): Promise<StoredEvent> {
  processGlobals.posthornFlusher ??= createFlusher();
  const flusher = processGlobals.posthornFlusher;
  if (flusher.waiting.length >= maxWaiting) {
    return Promise.reject(
      new AppError("unavailable", { detail: "Too many events wait to be stored.", retryAfterSeconds: 1 }),
    );
  }
  return new Promise((resolve, reject) => {
    flusher.waiting.push({ event, resolve, reject });
    flusher.gathering.note();
    if (!flusher.isFlushing) void flushAll(flusher);
  });
}

function createFlusher(): Flusher {
  const waiting: Waiting[] = [];
  return {
    waiting,
    gathering: new Gathering({ count: () => waiting.length, crowd: 8, enough: fullFlush }),
    isFlushing: false,
  };
}

async function flushAll(flusher: Flusher): Promise<void> {
  flusher.isFlushing = true;
  // One turn of the event loop lets requests that arrived together be stored together.
  await new Promise(setImmediate);
  while (flusher.waiting.length > 0) {
    const startedAtMs = performance.now();
    const batch = takeBatch(flusher);
    await flush(batch);
    await flusher.gathering.wait({ startedAtMs, size: batch.length });
  }
  flusher.isFlushing = false;
}

function takeBatch(flusher: Flusher): Waiting[] {
  let characters = 0;
  const end = flusher.waiting.findIndex(({ event }, index) => {
    characters += event.data.length;
    return index >= maxFlushEvents || (index > 0 && characters > maxFlushCharacters);
  });
  return flusher.waiting.splice(0, end === -1 ? flusher.waiting.length : end);
}

async function flush(batch: Waiting[]): Promise<void> {
  const startedAtMs = performance.now();
  try {
    const { results, announce } = await store(batch.map(({ event }) => event));
    failpoint("accept.after-commit");
    observe("posthorn_flush_events", batch.length);
    observeSince("posthorn_flush_seconds", startedAtMs);
    for (const [index, result] of results.entries()) {
      if (result.kind === "stored") batch[index]?.resolve(result.event);
      else batch[index]?.reject(result.error);
    }
    void announce().catch((error) =>
      log().warn({ err: error }, "a wake-up was lost; the sweep wakes its lanes"),
    );
  } catch (error) {
    await afterFailure(batch, error);
  }
}

function store(events: readonly NewEvent[]): Promise<Stored> {
  return traceFlush(events, () => storeEvents(events));
}

/** What Postgres refuses as data is the fault of one event: each is tried by itself. */
async function afterFailure(batch: Waiting[], error: unknown): Promise<void> {
  if (batch.length === 1 || !isRefusedData(error)) {
    for (const { reject } of batch) reject(error);
    return;
  }
  log().warn({ err: error, events: batch.length }, "a flush was refused; its events are stored one by one");
  for (const waiting of batch) await flush([waiting]);
}
