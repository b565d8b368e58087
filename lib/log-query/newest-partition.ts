import { env } from "../env.ts";
import { partitionMs } from "../partitions.ts";
import { clockToleranceMs } from "./time-window.ts";

/** The time of the partition that takes new rows, up to where the clocks of those who make ids may be; by default two or three days. */
export function newestPartition(now = new Date()): { from: Date; until: Date } {
  const widthMs = partitionMs(env().retentionDays);
  const fromMs = Math.floor(now.getTime() / widthMs) * widthMs;
  const endMs = fromMs + widthMs;
  const isNearEnd = endMs - now.getTime() < clockToleranceMs;
  return { from: new Date(fromMs), until: new Date(isNearEnd ? endMs + widthMs : endMs) };
}
