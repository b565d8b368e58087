import type { Queryable } from "../db.ts";

/**
 * The endpoints that have a delivery due by now and may be sent to. Hops from endpoint to endpoint over the index of
 * open deliveries, so that a million deliveries waiting on one endpoint cost one step.
 */
export async function findDueLanes(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({ name: "find-due-lanes", text: dueLanesStatement });
  return rows.map((row) => row.id);
}

const isOpen = "status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])";

const dueLanesStatement = `
  WITH RECURSIVE lane AS (
    (SELECT endpoint_id FROM deliveries WHERE ${isOpen} ORDER BY endpoint_id LIMIT 1)
    UNION ALL
    SELECT (SELECT deliveries.endpoint_id FROM deliveries
             WHERE ${isOpen} AND deliveries.endpoint_id > lane.endpoint_id ORDER BY deliveries.endpoint_id LIMIT 1)
      FROM lane WHERE lane.endpoint_id IS NOT NULL)
  SELECT endpoint.id
    FROM lane
    JOIN endpoints endpoint ON endpoint.id = lane.endpoint_id
    JOIN endpoint_health health ON health.endpoint_id = endpoint.id
   WHERE endpoint.state = 'enabled' AND endpoint.deleted_at IS NULL
     AND (health.throttled_until IS NULL OR health.throttled_until <= now())
     AND EXISTS (SELECT 1 FROM deliveries
                  WHERE deliveries.endpoint_id = endpoint.id AND ${isOpen} AND deliveries.next_attempt_at <= now())`;
