import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";
import { parseAsLogRange } from "#components/log/log-range.ts";
import { parseAsValid } from "#components/log/parse-valid.ts";
import { applicationRef } from "#lib/contracts/applications.ts";
import { deliveryFilter, deliveryStatuses } from "#lib/contracts/deliveries.ts";
import { errorKinds } from "#lib/contracts/error-kinds.ts";
import { channel, eventTypeName, tag } from "#lib/contracts/fields.ts";
import { id } from "#lib/contracts/ids.ts";

/** What the address of a delivery log may hold. */
export const deliveryParameters = {
  status: parseAsArrayOf(parseAsStringLiteral(deliveryStatuses)).withDefault([]),
  application: parseAsValid(applicationRef),
  endpoint: parseAsValid(id("endpoint")),
  replay: parseAsValid(id("replay")),
  type: parseAsArrayOf(parseAsValid(eventTypeName)).withDefault([]),
  code: parseAsValid(deliveryFilter.shape.responseStatus.unwrap()),
  error: parseAsArrayOf(parseAsStringLiteral(errorKinds)).withDefault([]),
  tag: parseAsValid(tag),
  channel: parseAsValid(channel),
  range: parseAsLogRange,
  q: parseAsString.withDefault(""),
  cursor: parseAsString,
  view: parseAsValid(id("view")),
};
