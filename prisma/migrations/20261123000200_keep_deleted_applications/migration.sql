-- A deleted application keeps its row, so that logs can name it; its uid is free again.
ALTER TABLE "applications" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

DROP INDEX "applications_tenant_id_uid_key";

CREATE UNIQUE INDEX "applications_tenant_id_uid_key" ON "applications"("tenant_id", "uid") WHERE (deleted_at IS NULL);
