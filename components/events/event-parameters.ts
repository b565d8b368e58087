import { parseAsArrayOf, parseAsString } from "nuqs";
import { parseAsLogRange } from "#components/log/log-range.ts";
import { parseAsValid } from "#components/log/parse-valid.ts";
import { applicationRef } from "#lib/contracts/applications.ts";
import { channel, eventTypeName, tag } from "#lib/contracts/fields.ts";

/** What the address of an event log may hold. */
export const eventParameters = {
  type: parseAsArrayOf(parseAsValid(eventTypeName)).withDefault([]),
  application: parseAsValid(applicationRef),
  tag: parseAsValid(tag),
  channel: parseAsValid(channel),
  range: parseAsLogRange,
  q: parseAsString.withDefault(""),
  cursor: parseAsString,
};
