import { z } from "zod";

/** Prefixes of the public ids (TypeID: prefix, underscore, 26 characters of base32 holding a UUIDv7). */
export const idPrefixes = {
  alert: "alt",
  application: "app",
  apiKey: "key",
  attempt: "att",
  auditEntry: "aud",
  delivery: "dlv",
  email: "eml",
  endpoint: "ep",
  event: "evt",
  inboxRequest: "irq",
  invitation: "inv",
  portalSession: "pts",
  replay: "rpl",
  session: "ses",
  tenant: "ten",
  user: "usr",
  view: "view",
} as const;

export type Noun = keyof typeof idPrefixes;

/** A public id of the given noun, such as `evt_01jd…`. */
export function id(noun: Noun) {
  const prefix = idPrefixes[noun];
  return z
    .string()
    .regex(
      new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`),
      `must be an id such as ${prefix}_01jd7w4c8xf0x9s3y6z1v2k5mn`,
    )
    .meta({
      description: `TypeID with the prefix ${prefix}_`,
      examples: [`${prefix}_01jd7w4c8xf0x9s3y6z1v2k5mn`],
    });
}
