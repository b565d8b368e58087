import type { Noun } from "../contracts/ids.ts";
import { fromPublicId } from "../ids.ts";
import { any, type Sql, sql } from "../log-query/sql.ts";
import type { DeliveryFilter } from "./list.ts";

type Properties = Pick<Partial<DeliveryFilter>, "status" | "responseStatus" | "errorKind">;

/** How a filter wants a delivery to stand, as conditions on `delivery`. */
export function stateConditions({ status, responseStatus, errorKind }: Properties): Sql[] {
  const conditions: Sql[] = [];
  if (status) conditions.push(any(status.map((one) => sql`delivery.status = ${one}::delivery_status`)));
  if (responseStatus) conditions.push(ofResponseStatus(responseStatus));
  if (errorKind) {
    conditions.push(
      sql`delivery.last_error_kind IS NOT NULL AND delivery.last_error_kind = ANY(${errorKind}::text[])`,
    );
  }
  return conditions;
}

/** An answer other than 2xx is always an error; saying so lets the index of troubled deliveries serve. */
function ofResponseStatus(responseStatus: string): Sql {
  const from = Number(responseStatus.replace("xx", "00"));
  const until = responseStatus.endsWith("xx") ? from + 100 : from + 1;
  const range = sql`delivery.last_response_status >= ${from}::int AND delivery.last_response_status < ${until}::int`;
  return isSuccess(responseStatus) ? range : sql`delivery.last_error_kind IS NOT NULL AND ${range}`;
}

const troubledStatuses: readonly string[] = ["retrying", "failed", "canceled"];

/** Whether all that a filter finds is among the deliveries that did not just go through, which have indexes of their own. */
export function isTroubled({ status, responseStatus, errorKind }: Properties): boolean {
  if (errorKind || (responseStatus && !isSuccess(responseStatus))) return true;
  return status?.every((one) => troubledStatuses.includes(one)) ?? false;
}

const openStatuses: readonly string[] = ["pending", "sending", "retrying"];

/** Whether all that a filter finds is still to be delivered. */
export function isOpen({ status }: Properties): boolean {
  return status?.every((one) => openStatuses.includes(one)) ?? false;
}

function isSuccess(responseStatus: string): boolean {
  return responseStatus.startsWith("2");
}

/** The id behind a public one. The contract has checked the form; an id that still is none finds nothing. */
export function uuidOf(noun: Noun, publicId: string): string | null {
  return fromPublicId(noun, publicId) ?? null;
}

export function uuidsOf(noun: Noun, publicIds: readonly string[]): string[] {
  return publicIds.flatMap((publicId) => uuidOf(noun, publicId) ?? []);
}
