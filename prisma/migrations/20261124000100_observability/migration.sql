-- AlterTable
ALTER TABLE "events" ADD COLUMN     "trace_parent" TEXT;

-- CreateTable
CREATE TABLE "installation_figures" (
    "id" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_figures_pkey" PRIMARY KEY ("id")
);
