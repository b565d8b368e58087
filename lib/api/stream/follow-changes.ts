import { resolveApplication } from "../../applications/resolve.ts";
import type { ChangeGroup } from "../../changes/change.ts";
import type { Follower } from "../../changes/feed.ts";
import { ourFeed } from "../../changes/our-feed.ts";
import type { Context } from "../../context.ts";
import type { StreamMessage } from "../../contracts/stream.ts";
import { AppError } from "../../errors.ts";
import { log } from "../../log.ts";
import { EventStream } from "./event-stream.ts";
import { takePlace } from "./places.ts";
import { toMessages } from "./to-messages.ts";

const heartbeatMs = 15_000;
/** Whoever loses the right to listen hears nothing five seconds later; a revoked key, which one look-up tells of, within one. */
const recheckMs = { apiKey: 500, others: 4_000 };

export type Following = {
  /** Id or uid; all of the tenant if undefined. */
  application: string | undefined;
  /** Of the last message that was heard before. */
  lastEventId: string | undefined;
  /** Whether who opened the stream may still hear it. Rejects while that cannot be told. */
  isStillAllowed: () => Promise<boolean>;
};

/**
 * Server-sent events that tell what changes in the tenant, until the client leaves, loses the right to hear, or this web
 * stops. A client that reads too slowly is told to read everything again. Throws 404 for the application, 429 for too many
 * streams, 503 when this web stops.
 */
export async function followChanges(ctx: Context, following: Following): Promise<ReadableStream<Uint8Array>> {
  const { application, lastEventId, isStillAllowed } = following;
  const applicationId =
    application === undefined ? undefined : (await resolveApplication(ctx, application)).id;
  const feed = ourFeed();
  if (!feed) throw new AppError("unavailable", { detail: "This web is stopping.", retryAfterSeconds: 1 });
  const leavePlace = takePlace(ctx);
  const telling = new Telling(applicationId, () => {
    clearInterval(heartbeat);
    clearInterval(recheck);
    stopFollowing();
    leavePlace();
  });
  const { stream } = telling;
  const heartbeat = setInterval(() => stream.comment("still here"), heartbeatMs);
  const everyMs = ctx.actor.kind === "apiKey" ? recheckMs.apiKey : recheckMs.others;
  const recheck = setInterval(() => void endUnlessAllowed(stream, isStillAllowed), everyMs);
  stream.comment("connected");
  const stopFollowing = feed.follow(ctx.tenantId, telling, lastEventId);
  return stream.body;
}

async function endUnlessAllowed(stream: EventStream, isStillAllowed: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await isStillAllowed())) stream.end();
  } catch (error) {
    // While the database is away nobody revokes anything either.
    log().debug({ err: error }, "the right to a stream could not be looked up");
  }
}

/** Writes what the feed tells to one stream. */
class Telling implements Follower {
  readonly stream: EventStream;
  readonly #applicationId: string | undefined;
  /** The id of what there was no room for. */
  #missedId: string | undefined;

  constructor(applicationId: string | undefined, onOver: () => void) {
    this.#applicationId = applicationId;
    this.stream = new EventStream({ onRoom: () => this.#catchUp(), onOver });
  }

  onChanges = (groups: readonly ChangeGroup[], id: string): void => {
    const messages = toMessages(groups, this.#applicationId);
    if (messages.length > 0) this.#send(messages, id);
  };

  onReset = (id: string): void => this.#send([{ type: "reset" }], id);
  onResumed = (id: string): void => this.#send([{ type: "resumed" }], id);
  onEnd = (): void => this.stream.end();

  #send(messages: readonly StreamMessage[], id: string): void {
    if (this.#missedId !== undefined || !this.stream.send(messages, id)) this.#missedId = id;
  }

  #catchUp(): void {
    const missedId = this.#missedId;
    if (missedId !== undefined && this.stream.send([{ type: "reset" }], missedId)) this.#missedId = undefined;
  }
}
