import { followChanges, type StreamMessage } from "../../contracts/stream.ts";
import { ApiProblem } from "../problem.ts";
import { sendCall } from "../request.ts";
import { readMessages } from "./read-messages.ts";

export type Following = {
  tenantId: string;
  /** Ends it. */
  signal: AbortSignal;
  /** Of the last message heard before, and kept here from now on. */
  place: { lastEventId: string | undefined };
  onMessage: (message: StreamMessage) => void;
  /** The connection is gone; it is tried again. */
  onLost: () => void;
};

/** The server gives a sign of life every 15 seconds: so long without one, and the line is dead, or this machine slept. */
const longestSilenceMs = 40_000;
const firstPauseMs = 1_000;
const longestPauseMs = 10_000;
const refusedPauseMs = 60_000;

/** Hears what changes in the tenant until the signal ends it, connecting again whenever the connection is lost. */
export async function followStream({ tenantId, signal, place, onMessage, onLost }: Following): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    let pauseMs = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
    try {
      for await (const { message, id } of hear({ tenantId, signal, lastEventId: place.lastEventId })) {
        place.lastEventId = id ?? place.lastEventId;
        failures = 0;
        pauseMs = firstPauseMs;
        onMessage(message);
      }
    } catch (error) {
      pauseMs = askedPauseMs(error) ?? pauseMs;
    }
    if (signal.aborted) return;
    onLost();
    // Not all pages at once, when a web was stopped.
    await pause(pauseMs * (0.5 + Math.random() / 2), signal);
  }
}

type Hearing = { tenantId: string; signal: AbortSignal; lastEventId: string | undefined };

async function* hear({ tenantId, signal, lastEventId }: Hearing) {
  const silence = new AbortController();
  const giveUp = () => silence.abort();
  let timer = setTimeout(giveUp, longestSilenceMs);
  try {
    const both = AbortSignal.any([signal, silence.signal]);
    const { body } = await sendCall(followChanges, { tenantId, signal: both, lastEventId });
    if (!body) return;
    for await (const written of readMessages(body)) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, longestSilenceMs);
      // The server builds its messages from the same contract, so they are taken at their word.
      if (written.kind === "message")
        yield { message: JSON.parse(written.data) as StreamMessage, id: written.id };
    }
  } finally {
    clearTimeout(timer);
  }
}

/** What the server asks for; whoever may not listen is not let in by asking every few seconds either. */
function askedPauseMs(error: unknown): number | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1_000;
  return error.status < 500 ? refusedPauseMs : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
