import { Feed } from "./feed.ts";

// Next bundles its own copy of this module beside the one server.ts imports: one connection for both.
const processGlobals = globalThis as { posthornFeed?: Feed; posthornFeedIsClosed?: true };

/** The feed of this process, which begins to listen when it is first asked for; undefined once it is closed. */
export function ourFeed(): Feed | undefined {
  if (processGlobals.posthornFeedIsClosed) return undefined;
  processGlobals.posthornFeed ??= new Feed();
  return processGlobals.posthornFeed;
}

/** Ends all that follow changes in this process, for good. */
export async function closeFeed(): Promise<void> {
  processGlobals.posthornFeedIsClosed = true;
  await processGlobals.posthornFeed?.close();
}
