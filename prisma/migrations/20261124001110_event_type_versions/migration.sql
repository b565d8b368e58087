-- CreateTable
CREATE TABLE "event_type_versions" (
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "schema" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_type_versions_pkey" PRIMARY KEY ("tenant_id","name","number")
);

-- AddForeignKey
ALTER TABLE "event_type_versions" ADD CONSTRAINT "event_type_versions_tenant_id_name_fkey" FOREIGN KEY ("tenant_id", "name") REFERENCES "event_types"("tenant_id", "name") ON DELETE CASCADE ON UPDATE CASCADE;
