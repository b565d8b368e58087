import { createHmac } from "node:crypto";
import type { Entries, SecretChange } from "../ledgers/journal.ts";

/** A request from when it says it was signed until it arrived. */
export type Sending = { endpoint: string; signedAt: number; at: number };

/** The keys that may sign a request; undefined where its endpoint's secret was not ours to choose. */
export type ActiveKeys = (sending: Sending) => Buffer[] | undefined;

/** Secrets are read a little before a batch of requests is signed. */
const graceMs = 5_000;

export function activeKeysOf(journal: Entries): ActiveKeys {
  const histories = Map.groupBy(journal.of("secret"), (change) => change.endpoint);
  const keys = new Map(
    [...histories].map(([endpoint, history]) => [
      endpoint,
      history.map((change, place) => ({ ...spanOf(change, history[place + 1]), key: keyOf(change.secret) })),
    ]),
  );
  return ({ endpoint, signedAt, at }) =>
    keys
      .get(endpoint)
      ?.filter(({ from, to }) => from <= at && signedAt <= to + graceMs)
      .map(({ key }) => key);
}

/** Checked apart from the product's own code: HMAC-SHA256 in standard base64 behind `v1,` (Standard Webhooks 1.0.0). */
export function isSignedBy(item: string, signed: string, key: Buffer): boolean {
  return item === `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

/** From when it may have been asked for until its overlap has surely ended. */
function spanOf(change: SecretChange, next: SecretChange | undefined) {
  const to = next ? next.to + next.overlapSeconds * 1_000 : Number.POSITIVE_INFINITY;
  return { from: change.from, to };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace("whsec_", ""), "base64");
}
