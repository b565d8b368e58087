-- With the status beside them, these two answer for filters and histograms without the table: 8 bytes more an entry, no entry
-- more. Not as a key, by which statements planned while a partition is empty would look for what is open.
DROP INDEX IF EXISTS "deliveries_tenant_id_id_idx";

CREATE INDEX IF NOT EXISTS "deliveries_tenant_id_id_status_idx" ON "deliveries"("tenant_id", "id") INCLUDE ("status");

DROP INDEX IF EXISTS "deliveries_endpoint_id_id_idx";

CREATE INDEX IF NOT EXISTS "deliveries_endpoint_id_id_status_idx" ON "deliveries"("endpoint_id", "id") INCLUDE ("status");

-- Only deliveries that fail or are canceled pay for these: what one may search them by, of a tenant and of an endpoint.
DROP INDEX IF EXISTS "deliveries_troubled_idx";

CREATE INDEX IF NOT EXISTS "deliveries_troubled_idx" ON "deliveries"("tenant_id", "id") INCLUDE ("status", "last_response_status", "last_error_kind") WHERE ((status = ANY (ARRAY['retrying'::delivery_status, 'failed'::delivery_status, 'canceled'::delivery_status])) OR (last_error_kind IS NOT NULL));

CREATE INDEX IF NOT EXISTS "deliveries_endpoint_troubled_idx" ON "deliveries"("endpoint_id", "id") INCLUDE ("status", "last_response_status", "last_error_kind") WHERE ((status = ANY (ARRAY['retrying'::delivery_status, 'failed'::delivery_status, 'canceled'::delivery_status])) OR (last_error_kind IS NOT NULL));
