-- CreateEnum
CREATE TYPE "replay_status" AS ENUM ('running', 'paused', 'completed', 'canceled');

-- CreateTable
CREATE TABLE "replays" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "status" "replay_status" NOT NULL DEFAULT 'running',
    "endpoint_id" UUID,
    "application_id" UUID,
    "event_types" TEXT[],
    "statuses" "delivery_status"[],
    "response_status" TEXT,
    "error_kinds" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "total" INTEGER,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "retrying" INTEGER NOT NULL DEFAULT 0,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "canceled" INTEGER NOT NULL DEFAULT 0,
    "counted_at" TIMESTAMPTZ(3),
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "replays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_lanes" (
    "replay_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "total" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "skipped_reason" TEXT,
    "cursor" UUID,
    "allowance" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "replay_lanes_pkey" PRIMARY KEY ("replay_id","endpoint_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "replays_one_of_a_scope_key" ON "replays"("tenant_id", "fingerprint") WHERE (status = ANY (ARRAY['running'::replay_status, 'paused'::replay_status]));

-- CreateIndex
CREATE INDEX "replays_tenant_id_id_idx" ON "replays"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "replays_unsettled_idx" ON "replays"("id") WHERE (settled_at IS NULL);

-- AddForeignKey
ALTER TABLE "replays" ADD CONSTRAINT "replays_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_lanes" ADD CONSTRAINT "replay_lanes_replay_id_fkey" FOREIGN KEY ("replay_id") REFERENCES "replays"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only deliveries that were replayed enter this index: accept and claim pay nothing for it.
ALTER TABLE "deliveries" ADD COLUMN "replay_id" UUID;

CREATE INDEX "deliveries_replay_idx" ON "deliveries"("replay_id", "id", "status") WHERE (replay_id IS NOT NULL);
