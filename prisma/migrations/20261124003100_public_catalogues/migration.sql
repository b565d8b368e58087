-- CreateTable
CREATE TABLE "public_catalogues" (
    "tenant_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "token_sealed" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "public_catalogues_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_catalogues_token_hash_key" ON "public_catalogues"("token_hash");

-- AddForeignKey
ALTER TABLE "public_catalogues" ADD CONSTRAINT "public_catalogues_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
