-- CreateTable
CREATE TABLE "inboxes" (
    "tenant_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "answer_status" INTEGER NOT NULL DEFAULT 200,
    "delay_seconds" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inboxes_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "inbox_requests" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "headers" JSON NOT NULL,
    "body" BYTEA NOT NULL,
    "body_bytes" INTEGER NOT NULL,
    "event_type" TEXT,
    "webhook_id" TEXT,
    "signature" TEXT NOT NULL,
    "endpoint_id" UUID,
    "answer_status" INTEGER NOT NULL,
    "delay_seconds" INTEGER NOT NULL,
    "remote_address" TEXT,

    CONSTRAINT "inbox_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inboxes_token_key" ON "inboxes"("token");

-- CreateIndex
CREATE INDEX "inbox_requests_tenant_id_id_idx" ON "inbox_requests"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_requests" ADD CONSTRAINT "inbox_requests_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
