import { describe, expect, test } from "vitest";
import { ProxyGate } from "#lib/delivery/proxy-gate.ts";

function gateAt(startMs = 0) {
  let nowMs = startMs;
  const gate = new ProxyGate(() => nowMs);
  return {
    gate,
    at: (ms: number) => {
      nowMs = ms;
    },
  };
}

describe("ProxyGate", () => {
  test("lets everything through while the proxy serves, and before anything is known of it", () => {
    const { gate } = gateAt();
    expect([gate.isHolding, gate.room(7, 0), gate.room(7, 100)]).toEqual([false, 7, 7]);
  });

  test("holds for a second, then lets one probe at a time through", () => {
    const { gate, at } = gateAt(100);
    gate.noteDown(50);
    expect([gate.isHolding, gate.room(7, 0)]).toEqual([true, 0]);
    at(1_099);
    expect(gate.room(7, 0)).toBe(0);
    at(1_100);
    expect([gate.room(7, 0), gate.room(0, 0), gate.room(7, 1)]).toEqual([1, 0, 0]);
  });

  test("doubles the gap with each failed probe, up to half a minute", () => {
    const { gate, at } = gateAt();
    const gaps: number[] = [];
    let nowMs = 1;
    while (gaps.length < 7) {
      const from = nowMs;
      gate.noteDown(from);
      while (gate.room(1, 0) === 0) {
        nowMs += 500;
        at(nowMs);
      }
      gaps.push(nowMs - from);
    }
    expect(gaps).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test("counts the failures of requests that were under way when it began to hold once", () => {
    const { gate, at } = gateAt(100);
    for (const startedAtMs of [10, 50, 99, 100]) gate.noteDown(startedAtMs);
    at(1_100);
    expect(gate.room(1, 0)).toBe(1);
  });

  test("opens with the first answer, and a failure that began before a service changes nothing", () => {
    const { gate, at } = gateAt();
    gate.noteDown(0);
    at(2_000);
    gate.noteAnswer();
    gate.noteService();
    expect(gate.room(7, 3)).toBe(7);
    gate.noteDown(1_900);
    expect(gate.isHolding).toBe(false);
    gate.noteDown(2_001);
    expect(gate.isHolding).toBe(true);
  });

  test("takes traffic over open tunnels as a sign of life, but not as a reason to open new ones", () => {
    const { gate, at } = gateAt(5);
    gate.noteDown(1);
    at(10);
    gate.noteService();
    expect([gate.isHolding, gate.hasServedSince(9), gate.hasServedSince(10)]).toEqual([true, true, false]);
  });
});
