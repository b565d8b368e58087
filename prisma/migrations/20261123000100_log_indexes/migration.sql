-- Events are written once: an index costs one entry each. By type and by application, newest first.
CREATE INDEX "events_tenant_id_type_id_idx" ON "events"("tenant_id", "type", "id");

CREATE INDEX "events_application_id_id_idx" ON "events"("application_id", "id");

-- Only events that have tags or channels pay for these.
CREATE INDEX "events_tags_idx" ON "events" USING GIN ("tags") WHERE (tags <> '{}'::text[]);

CREATE INDEX "events_channels_idx" ON "events" USING GIN ("channels") WHERE (channels <> '{}'::text[]);

-- A delivery is written three times on its way; one that succeeds at once never enters this index.
CREATE INDEX "deliveries_troubled_idx" ON "deliveries"("tenant_id", "id") WHERE ((status = ANY (ARRAY['retrying'::delivery_status, 'failed'::delivery_status, 'canceled'::delivery_status])) OR (last_error_kind IS NOT NULL));
