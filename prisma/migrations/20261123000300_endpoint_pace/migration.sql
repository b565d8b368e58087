-- AlterTable
ALTER TABLE "endpoint_health" ADD COLUMN     "rate_tokens" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "rate_filled_at" TIMESTAMPTZ(3),
ADD COLUMN     "window_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "window_delivered" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "window_failed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "open_until" TIMESTAMPTZ(3),
ADD COLUMN     "failed_probes" INTEGER NOT NULL DEFAULT 0;
