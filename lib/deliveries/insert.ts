import { binaryColumn } from "../binary-column.ts";
import type { Queryable } from "../db.ts";

export type NewDelivery = {
  id: string;
  tenantId: string;
  applicationId: string;
  eventId: string;
  eventType: string;
  endpointId: string;
  payloadFormat: string;
  /** `canceled` for an endpoint that is disabled already. */
  status: "pending" | "canceled";
};

/** Inserts deliveries in one statement, the pending ones due at once by the database clock. */
export async function insertDeliveries(client: Queryable, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await client.query({
    name: "insert-deliveries",
    text: insertDeliveriesFrom(1),
    values: deliveryColumns(deliveries),
  });
}

/** The INSERT of `deliveryColumns` given as parameters from `$first` on, for a statement of its own or as part of one. */
export function insertDeliveriesFrom(first: number): string {
  const types = ["uuid", "uuid", "uuid", "uuid", "text", "uuid", "text", "text"];
  const parameters = types.map((type, index) => `$${first + index}::${type}[]`);
  return `
    INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                            next_attempt_at, completed_at, created_at)
    SELECT id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status::delivery_status,
           CASE WHEN status = 'pending' THEN now() END, CASE WHEN status = 'canceled' THEN now() END, now()
      FROM unnest(${parameters.join(", ")})
        AS delivery (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status)`;
}

export function deliveryColumns(deliveries: readonly NewDelivery[]): Buffer[] {
  return [
    binaryColumn("uuid", deliveries, (delivery) => delivery.id),
    binaryColumn("uuid", deliveries, (delivery) => delivery.tenantId),
    binaryColumn("uuid", deliveries, (delivery) => delivery.applicationId),
    binaryColumn("uuid", deliveries, (delivery) => delivery.eventId),
    binaryColumn("text", deliveries, (delivery) => delivery.eventType),
    binaryColumn("uuid", deliveries, (delivery) => delivery.endpointId),
    binaryColumn("text", deliveries, (delivery) => delivery.payloadFormat),
    binaryColumn("text", deliveries, (delivery) => delivery.status),
  ];
}
