import { randomBytes } from "node:crypto";
import { inboxAddress } from "../egress-policy.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const letters = 26;

/** A new name of an inbox, `in_` and 130 random bits, that nobody guesses. */
export function newInboxToken(): string {
  return `in_${Array.from(randomBytes(letters), (byte) => alphabet[byte % alphabet.length]).join("")}`;
}

/** Where an inbox receives. */
export function inboxUrl(token: string): string {
  return inboxAddress() + token;
}
