type Truthy<Value> = Exclude<Value, false | 0 | "" | null | undefined>;

type Options = { timeoutMs?: number; everyMs?: number };

/** Asks `probe` until it gives something truthy and returns that; throws, naming `description`, when it does not in time. */
export async function waitFor<Value>(
  description: string,
  probe: () => Value | Promise<Value>,
  { timeoutMs = 10_000, everyMs = 20 }: Options = {},
): Promise<Truthy<Value>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  do {
    try {
      last = await probe();
      if (last) return last as Truthy<Value>;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  } while (performance.now() < deadline);
  const state = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${timeoutMs} ms for ${description}; the last probe gave: ${state}`);
}
