/** How this page hears of changes: not by the stream (yet), by the stream, or no longer and trying again. */
export type StreamState = "off" | "open" | "lost";

let current: StreamState = "off";
const listeners = new Set<() => void>();

/** How this page hears of changes now. */
export function streamState(): StreamState {
  return current;
}

/** Whether changes are told as they happen, so that reading again is only the safety net. */
export function isStreamOpen(): boolean {
  return current === "open";
}

export function setStreamState(state: StreamState): void {
  if (state === current) return;
  current = state;
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever the state is another; answers with what ends that. */
export function onStreamState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
