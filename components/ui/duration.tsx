import { formatDuration } from "./format.ts";

/** A length of time, exact in milliseconds on hover; a dash where there is none. */
export function Duration({ ms }: { ms: number | null | undefined }) {
  if (ms === null || ms === undefined) return <span className="text-faint">–</span>;
  return <span title={`${ms} ms`}>{formatDuration(ms)}</span>;
}
