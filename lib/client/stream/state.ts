/** How this page hears of changes: not by the stream (yet), by the stream, or no longer and trying again. */
export type StreamState = "off" | "open" | "lost";

let current: StreamState = "off";
const listeners = new Set<() => void>();

export function streamState(): StreamState {
  return current;
}

export function setStreamState(state: StreamState): void {
  if (state === current) return;
  current = state;
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever the state changes; the answer ends that. */
export function onStreamState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
