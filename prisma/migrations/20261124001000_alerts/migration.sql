-- CreateTable
CREATE TABLE "alert_settings" (
    "tenant_id" UUID NOT NULL,
    "causes" TEXT[] DEFAULT ARRAY['endpoint.failing', 'endpoint.disabled', 'endpoint.recovered', 'delivery.exhausted']::TEXT[],
    "email_roles" TEXT[] DEFAULT ARRAY['owner', 'admin']::TEXT[],
    "slack_sealed" BYTEA,
    "slack_sent_at" TIMESTAMPTZ(3),
    "slack_error" TEXT,
    "operational_application_id" UUID,
    "failure_percent" INTEGER NOT NULL DEFAULT 50,
    "failure_attempts" INTEGER NOT NULL DEFAULT 20,
    "window_minutes" INTEGER NOT NULL DEFAULT 15,
    "exhausted_count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "endpoint_id" UUID,
    "cause" TEXT NOT NULL,
    "url" TEXT,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "slack" TEXT NOT NULL DEFAULT 'off',
    "event" TEXT NOT NULL DEFAULT 'off',
    "error" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_watches" (
    "endpoint_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "is_failing" BOOLEAN NOT NULL DEFAULT false,
    "failing_by" TEXT,
    "changed_at" TIMESTAMPTZ(3),
    "times" INTEGER NOT NULL DEFAULT 0,
    "told_failing" BOOLEAN NOT NULL DEFAULT false,
    "failing_at" TIMESTAMPTZ(3),
    "recovered_at" TIMESTAMPTZ(3),
    "exhausted_at" TIMESTAMPTZ(3),
    "exhausted_before" INTEGER NOT NULL DEFAULT 0,
    "disabled_at" TIMESTAMPTZ(3),
    "told_disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_watches_pkey" PRIMARY KEY ("endpoint_id")
);

-- CreateIndex
CREATE INDEX "alerts_tenant_id_id_idx" ON "alerts"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "alerts_due_idx" ON "alerts"("next_try_at") WHERE ((slack = 'queued'::text) OR (event = 'queued'::text));

-- CreateIndex
CREATE INDEX "alert_watches_failing_idx" ON "alert_watches"("endpoint_id") WHERE (is_failing OR told_failing);

-- AddForeignKey
ALTER TABLE "alert_settings" ADD CONSTRAINT "alert_settings_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_watches" ADD CONSTRAINT "alert_watches_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;
