/** A filter over time may name a window up to now instead of its ends; the query's key then stays the same while time passes. */
export type Windowed<Filter> = Filter & { lastSeconds?: number | undefined };

/** The query for the API: `lastSeconds` becomes `since`, counted from this moment. */
export function resolveWindow<Filter extends object>({ lastSeconds, ...filter }: Windowed<Filter>) {
  if (lastSeconds === undefined) return filter;
  return { ...filter, since: new Date(Date.now() - lastSeconds * 1000).toISOString() };
}
