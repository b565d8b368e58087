import type { Queryable } from "../db.ts";
import { invalid } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import type { NewEvent, ResolvedEvent, StoreResult } from "./store.ts";

/** Finds the application of every event, each in its own tenant; an unknown one refuses its event. */
export async function resolveApplications(
  client: Queryable,
  events: readonly NewEvent[],
  results: Map<string, StoreResult>,
): Promise<ResolvedEvent[]> {
  const applicationIds = await findAll(client, events);
  return events.flatMap((event) => {
    const applicationId = applicationIds.get(keyOf(event));
    if (applicationId !== undefined) return [{ ...event, applicationId }];
    results.set(event.id, {
      kind: "refused",
      error: invalid("application", "names no application of this tenant"),
    });
    return [];
  });
}

async function findAll(client: Queryable, events: readonly NewEvent[]): Promise<Map<string, string>> {
  const wanted = [...new Map(events.map((event) => [keyOf(event), event])).values()];
  const { rows } = await client.query<{ position: string; id: string }>(
    `SELECT wanted.position, application.id
       FROM unnest($1::uuid[], $2::text[], $3::uuid[]) WITH ORDINALITY AS wanted (tenant_id, uid, id, position)
       JOIN applications application ON application.tenant_id = wanted.tenant_id
        AND application.deleted_at IS NULL
        AND CASE WHEN wanted.uid IS NULL THEN application.is_default
                 ELSE application.uid = wanted.uid OR application.id = wanted.id END`,
    [
      wanted.map((event) => event.tenantId),
      wanted.map((event) => event.application ?? null),
      wanted.map((event) => fromPublicId("application", event.application ?? "") ?? null),
    ],
  );
  return new Map(rows.map((row) => [keyOf(wanted[Number(row.position) - 1]), row.id]));
}

function keyOf(event: Pick<NewEvent, "tenantId" | "application"> | undefined): string {
  return `${event?.tenantId}\n${event?.application ?? ""}`;
}
