import { environmentManager, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keyOf, type Resource } from "#lib/client/keys.ts";
import { pollEvery } from "#lib/client/polling.ts";
import { adjustPolling, createRefresh } from "#lib/client/stream/refresh.ts";
import { setStreamState } from "#lib/client/stream/state.ts";

// Nothing is polled on a server.
environmentManager.setIsServer(() => false);
const queryClient = new QueryClient();
const closers: (() => void)[] = [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const close of closers.splice(0)) close();
  setStreamState("off");
  queryClient.clear();
  vi.useRealTimers();
});

type Shown = { place?: unknown[]; refetchInterval?: false | (() => number); readingMs?: number };

/** A query that a page shows; answers with how often it was read. */
function show(
  tenantId: string,
  resource: Resource,
  { place = ["list", {}], readingMs = 0, ...shown }: Shown = {},
): () => number {
  let readings = 0;
  const observer = new QueryObserver(queryClient, {
    queryKey: keyOf(tenantId, resource, ...place),
    queryFn: async () => {
      readings += 1;
      if (readingMs > 0) await new Promise((resolve) => setTimeout(resolve, readingMs));
      return readings;
    },
    ...shown,
  });
  closers.push(observer.subscribe(() => undefined));
  return () => readings;
}

function refreshing(tenantId: string) {
  const refresh = createRefresh(queryClient, tenantId);
  closers.push(refresh.stop);
  return refresh.take;
}

const changed = { type: "changed", kind: "delivery", ids: null, endpoints: null } as const;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test("what is shown is read again, what is paused or of another tenant is not", async () => {
  const shown = show("one", "deliveries");
  const paused = show("one", "events", { refetchInterval: false });
  const foreign = show("two", "deliveries");
  await pass(0);
  refreshing("one")(changed);
  await pass(100);
  expect([shown(), paused(), foreign()]).toEqual([2, 1, 1]);
});

test("what changes while it is read for the first time is read once more", async () => {
  const shown = show("one", "deliveries", { readingMs: 300 });
  await pass(100);
  refreshing("one")(changed);
  await pass(100);
  expect(shown()).toBe(1);
  await pass(200);
  expect(shown()).toBe(2);
  await pass(10_000);
  expect(shown()).toBe(2);
});

test("what was just deleted on this page is not asked for again", async () => {
  const shown = ["ep_1", "ep_2"].map((id) => show("one", "endpoints", { place: ["one", id] }));
  await pass(0);
  const mutationCache = queryClient.getMutationCache();
  const options = { mutationKey: ["one", "delete"], mutationFn: async () => undefined };
  await mutationCache.build(queryClient, options).execute({ params: { id: "ep_1" } });
  refreshing("one")({ type: "changed", kind: "endpoint", ids: ["ep_1", "ep_2"], endpoints: null });
  await pass(100);
  expect(shown.map((readings) => readings())).toEqual([1, 2]);
});

test("charts are read when nothing more changes, so that they show all of it", async () => {
  const charts = show("one", "stats");
  await pass(0);
  const take = refreshing("one");
  take(changed);
  await pass(2_000);
  take(changed);
  await pass(2_400);
  expect(charts()).toBe(1);
  await pass(100);
  expect(charts()).toBe(2);
});

test("however much changes, a list is read twice a second at most", async () => {
  const shown = show("one", "deliveries");
  await pass(0);
  const take = refreshing("one");
  for (let n = 0; n < 100; n += 1) {
    take(changed);
    await pass(20);
  }
  expect(shown()).toBeGreaterThan(3);
  expect(shown()).toBeLessThanOrEqual(6);
});

test("a reset has everything read again, a resumption nothing", async () => {
  const shown = [show("one", "deliveries"), show("one", "endpoints"), show("one", "replays")];
  await pass(0);
  const take = refreshing("one");
  take({ type: "resumed" });
  await pass(100);
  expect(shown.map((readings) => readings())).toEqual([1, 1, 1]);
  take({ type: "reset" });
  await pass(100);
  expect(shown.map((readings) => readings())).toEqual([2, 2, 2]);
});

test("while the stream is open it is seldom polled, and as before when it is lost", async () => {
  const shown = show("one", "deliveries", { refetchInterval: pollEvery(2_000) });
  await pass(2_100);
  expect(shown()).toBe(2);
  setStreamState("open");
  adjustPolling(queryClient);
  await pass(20_000);
  expect(shown()).toBe(2);
  setStreamState("lost");
  adjustPolling(queryClient);
  await pass(2_100);
  expect(shown()).toBe(3);
});
