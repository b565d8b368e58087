import { binaryArray } from "../binary-array.ts";
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
    uuids(deliveries.map((delivery) => delivery.id)),
    uuids(deliveries.map((delivery) => delivery.tenantId)),
    uuids(deliveries.map((delivery) => delivery.applicationId)),
    uuids(deliveries.map((delivery) => delivery.eventId)),
    texts(deliveries.map((delivery) => delivery.eventType)),
    uuids(deliveries.map((delivery) => delivery.endpointId)),
    texts(deliveries.map((delivery) => delivery.payloadFormat)),
    texts(deliveries.map((delivery) => delivery.status)),
  ];
}

const uuids = (values: readonly string[]) => binaryArray("uuid", values);
const texts = (values: readonly string[]) => binaryArray("text", values);
