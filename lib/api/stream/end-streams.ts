import { closeFeed } from "../../changes/our-feed.ts";

/** Ends every stream of this process, so that their clients go to another one. */
export function endStreams(): Promise<void> {
  return closeFeed();
}
