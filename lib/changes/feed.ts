import { randomBytes } from "node:crypto";
import { listenTo } from "../listen.ts";
import { log } from "../log.ts";
import type { ChangeGroup } from "./change.ts";
import { History } from "./history.ts";
import { changesChannel, fromPayload } from "./notification.ts";
import { keepWatches, lookUpMs, watchSeconds } from "./watches.ts";

/** Whoever is told of a tenant's changes. Each message has an id, by which they can go on later. */
export type Follower = {
  onChanges: (groups: readonly ChangeGroup[], id: string) => void;
  /** Something may have been missed; nothing is from here on. */
  onReset: (id: string) => void;
  /** Nothing was missed since the id they gave, but for the changes that follow. */
  onResumed: (id: string) => void;
  /** This process stops. */
  onEnd: () => void;
};

type Watched = {
  followers: Set<Follower>;
  /** Until when our watch holds by this process's clock, whatever became of the last attempt to keep it up. */
  keptUntilMs: number;
  /** Undefined until the watch holds everywhere and we hear. */
  history: History | undefined;
  /** Ends the watch some time after the last follower left. */
  leaving: NodeJS.Timeout | undefined;
};

const keepUpMs = 5_000;
/** A page that is loaded anew, or a connection that comes back, finds its tenant still watched. */
const lingerMs = 30_000;
/** Until a new watch holds wherever something changes, with some room for slow clocks. */
const settleMs = lookUpMs + 200;

/** What changes, as this process hears it: one connection that listens, for all who follow. */
export class Feed {
  readonly #tenants = new Map<string, Watched>();
  readonly #stopListening: () => Promise<void>;
  readonly #keepingUp = setInterval(() => void this.#keep([...this.#tenants.keys()]), keepUpMs);
  /** Of the connection: ids given before it was lost lead nowhere. */
  #epoch: string | undefined;
  #number = 0;

  constructor() {
    this.#keepingUp.unref();
    this.#stopListening = listenTo({
      channel: changesChannel,
      name: "posthorn-stream",
      onMessage: (payload) => this.#tell(fromPayload(payload)),
      onConnected: () => {
        this.#epoch = randomBytes(6).toString("hex");
        for (const watched of this.#tenants.values()) if (watched.history) this.#begin(watched);
      },
    });
  }

  /** Tells of a tenant's changes, from `lastId` on if that is still known; the answer ends it. */
  follow(tenantId: string, follower: Follower, lastId: string | undefined): () => void {
    const watched = this.#watch(tenantId);
    watched.followers.add(follower);
    clearTimeout(watched.leaving);
    if (watched.history) this.#resume(watched.history, follower, lastId);
    return () => {
      watched.followers.delete(follower);
      if (watched.followers.size > 0) return;
      watched.leaving = setTimeout(() => this.#tenants.delete(tenantId), lingerMs).unref();
    };
  }

  /** Ends all following and closes the connection. */
  async close(): Promise<void> {
    clearInterval(this.#keepingUp);
    const followers = [...this.#tenants.values()].flatMap((watched) => [...watched.followers]);
    for (const follower of followers) follower.onEnd();
    for (const { leaving } of this.#tenants.values()) clearTimeout(leaving);
    this.#tenants.clear();
    await this.#stopListening();
  }

  #watch(tenantId: string): Watched {
    const known = this.#tenants.get(tenantId);
    if (known) return known;
    const watched: Watched = {
      followers: new Set(),
      keptUntilMs: Number.NEGATIVE_INFINITY,
      history: undefined,
      leaving: undefined,
    };
    this.#tenants.set(tenantId, watched);
    void this.#keep([tenantId]);
    return watched;
  }

  /** Keeps watches up; one that had lapsed begins anew. */
  async #keep(tenantIds: readonly string[]): Promise<void> {
    if (tenantIds.length === 0) return;
    const askedMs = performance.now();
    try {
      await keepWatches(tenantIds);
    } catch (error) {
      log().debug({ err: error }, "watches could not be kept up; trying again");
      return;
    }
    for (const tenantId of tenantIds) {
      const watched = this.#tenants.get(tenantId);
      if (!watched) continue;
      const hasLapsed = askedMs > watched.keptUntilMs;
      watched.keptUntilMs = askedMs + watchSeconds * 1_000;
      if (hasLapsed) setTimeout(() => this.#begin(watched), settleMs).unref();
    }
  }

  /** From here on nothing is missed. Without a connection that hears, it begins when there is one. */
  #begin(watched: Watched): void {
    watched.history = new History(this.#number);
    if (this.#epoch === undefined) return;
    for (const follower of watched.followers) follower.onReset(this.#id());
  }

  #resume(history: History, follower: Follower, lastId = ""): void {
    if (this.#epoch === undefined) return;
    const [epoch, number] = lastId.split("-");
    const isOurs = epoch === this.#epoch && /^\d+$/.test(number ?? "");
    const missed = isOurs ? history.since(Number(number)) : undefined;
    if (missed) follower.onResumed(lastId);
    else follower.onReset(this.#id());
    for (const { groups, number } of missed ?? []) follower.onChanges(groups, this.#id(number));
  }

  #tell(groups: readonly ChangeGroup[]): void {
    for (const [tenantId, ofTenant] of Map.groupBy(groups, (group) => group.tenantId)) {
      const watched = this.#tenants.get(tenantId);
      if (!watched) continue;
      this.#number += 1;
      watched.history?.add({ number: this.#number, groups: ofTenant });
      for (const follower of watched.followers) follower.onChanges(ofTenant, this.#id());
    }
  }

  #id(number = this.#number): string {
    return `${this.#epoch}-${number}`;
  }
}
