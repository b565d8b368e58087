import { setTimeout as delay } from "node:timers/promises";
import { fromPublicId } from "#lib/ids.ts";
import { pilePart } from "../scene/cast.ts";
import type { Scene } from "../scene/scene.ts";

const atOnce = 5_000;

/** Lets so many deliveries wait on one slow endpoint, straight into the tables; the next sweep finds them. */
export async function pileUp({ postgres, tenants, endpoints }: Scene, deliveries: number): Promise<void> {
  const { tenantId, applicationId } = tenants.loud;
  const endpointId = fromPublicId("endpoint", endpoints.get(pilePart.name).endpointId);
  for (let left = deliveries; left > 0; ) {
    const count = Math.min(left, atOnce);
    const values = [count, tenantId, applicationId, endpointId];
    const isDone = await postgres.admin.query(pileStatement, values).then(
      () => true,
      () => false,
    );
    if (isDone) left -= count;
    else await delay(500);
  }
}

/** One statement, so that a crash leaves all of it or nothing. */
const pileStatement = `
  WITH made AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
    SELECT uuidv7(), $2, $3, 'pile.item', '{"item":' || item || '}', now() FROM generate_series(1, $1::int) AS item
    RETURNING id)
  INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, status, next_attempt_at)
  SELECT uuidv7(), $2, $3, id, 'pile.item', $4, 'pending', now() FROM made`;
