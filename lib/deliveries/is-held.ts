import { hotPool } from "../db.ts";
import type { Claim } from "./claim.ts";

/** Whether a claimed delivery is still under its lease, and its endpoint still takes deliveries. */
export async function isHeld({
  deliveryId,
  leaseToken,
}: Pick<Claim, "deliveryId" | "leaseToken">): Promise<boolean> {
  const { rows } = await hotPool().query({
    name: "is-held",
    text: heldStatement,
    values: [deliveryId, leaseToken],
  });
  return rows.length > 0;
}

const heldStatement = `
  SELECT FROM deliveries JOIN endpoints endpoint ON endpoint.id = deliveries.endpoint_id
   WHERE deliveries.id = $1::uuid AND lease_token = $2::uuid AND status = 'sending' AND lease_until > now()
     AND endpoint.state = 'enabled' AND endpoint.deleted_at IS NULL`;
