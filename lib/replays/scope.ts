import { createHash } from "node:crypto";
import { resolveApplication } from "../applications/resolve.ts";
import type { Context } from "../context.ts";
import type { ErrorKind } from "../contracts/error-kinds.ts";
import type { ReplayableStatus, ReplayScope } from "../contracts/replays.ts";
import { findEndpoint } from "../endpoints/find.ts";
import { env } from "../env.ts";
import { invalid } from "../errors.ts";

/** Which deliveries a replay is about; ids are UUIDs, lists are sorted and hold nothing twice, empty is no restriction. */
export type Scope = {
  endpointId: string | null;
  applicationId: string | null;
  eventTypes: string[];
  statuses: ReplayableStatus[];
  responseStatus: string | null;
  errorKinds: ErrorKind[];
  since: Date;
  until: Date;
};

/** The scope that a caller describes. Throws 404 for an endpoint or application that is not there, 422 for a time span that cannot be. */
export async function resolveScope(ctx: Context, given: ReplayScope): Promise<Scope> {
  const { endpoint, application, eventTypes, status, responseStatus, errorKind } = given;
  return {
    ...spanOf(given),
    endpointId: endpoint === undefined ? null : (await findEndpoint(ctx, endpoint)).id,
    applicationId: application === undefined ? null : (await resolveApplication(ctx, application)).id,
    eventTypes: sorted(eventTypes),
    statuses: sorted(status ?? usualStatuses),
    responseStatus: responseStatus ?? null,
    errorKinds: sorted(errorKind),
  };
}

/** The same text for the same scope, so that it is replayed once at a time. */
export function fingerprintOf(scope: Scope): string {
  const { endpointId, applicationId, eventTypes, statuses, responseStatus, errorKinds } = scope;
  const span = [scope.since.toISOString(), scope.until.toISOString()];
  const parts = [endpointId, applicationId, eventTypes, statuses, responseStatus, errorKinds, span];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

const usualStatuses: readonly ReplayableStatus[] = ["canceled", "failed"];
const dayMs = 86_400_000;
/** So that whoever picks "the last 30 days" may take their time to press the button. */
const toleranceMs = 3_600_000;

function spanOf(given: ReplayScope): { since: Date; until: Date } {
  const [since, until] = [new Date(given.since), new Date(given.until)];
  const { retentionDays } = env();
  const oldestMs = Date.now() - retentionDays * dayMs - toleranceMs;
  if (since.getTime() < oldestMs) {
    throw invalid("since", `Deliveries are kept for ${retentionDays} days; begin later.`);
  }
  if (since.getTime() > Date.now()) throw invalid("since", "The beginning must not be in the future.");
  if (until <= since) throw invalid("until", "The end must come after the beginning.");
  return { since, until };
}

function sorted<T extends string>(values: readonly T[] = []): T[] {
  return [...new Set(values)].sort();
}
