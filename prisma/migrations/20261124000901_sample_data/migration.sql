-- CreateTable
CREATE TABLE "sample_data" (
    "tenant_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "event_types" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sample_data_pkey" PRIMARY KEY ("tenant_id")
);

-- AddForeignKey
ALTER TABLE "sample_data" ADD CONSTRAINT "sample_data_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
