import type { Attempt } from "#lib/contracts/deliveries.ts";

export type Step = { name: string; durationMs: number; color: string };

/** The steps of an attempt that took place, in order; what the total holds beyond them is the rest. */
export function stepsOf({ dnsMs, connectMs, tlsMs, firstByteMs, totalMs }: Attempt["timings"]): Step[] {
  const measured = [
    { name: "DNS", durationMs: dnsMs, color: "var(--pending-solid)" },
    { name: "Connect", durationMs: connectMs, color: "var(--paused-solid)" },
    { name: "TLS", durationMs: tlsMs, color: "var(--faint)" },
    { name: "First byte", durationMs: firstByteMs, color: "var(--brass-solid)" },
  ].filter((step): step is Step => step.durationMs !== null);
  const restMs = totalMs - measured.reduce((sum, step) => sum + step.durationMs, 0);
  if (restMs < 0.5) return measured;
  const name = firstByteMs === null ? "Waiting" : "Rest";
  return [...measured, { name, durationMs: restMs, color: "var(--control)" }];
}
