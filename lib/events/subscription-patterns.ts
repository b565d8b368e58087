/** Every pattern that an event type satisfies: `a.b.c` is matched by `a.b.c`, `a.b.*`, `a.*` and `*`. */
export function patternsOf(eventType: string): string[] {
  const segments = eventType.split(".");
  const prefixes = segments.slice(0, -1).map((_, index) => `${segments.slice(0, index + 1).join(".")}.*`);
  return ["*", ...prefixes, eventType];
}

/** Whether an endpoint that listens on `subscribed` channels gets an event of `channels`; no channels listen to all. */
export function channelsMatch(subscribed: readonly string[], channels: readonly string[]): boolean {
  return subscribed.length === 0 || channels.some((channel) => subscribed.includes(channel));
}
