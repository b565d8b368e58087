-- CreateTable
CREATE TABLE "stat_deltas" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "counts" JSON NOT NULL,

    CONSTRAINT "stat_deltas_pkey" PRIMARY KEY ("id")
);
