-- What the webs have leased of each API rate limit. Unlogged: after a crash everybody starts with a full bucket, and a
-- lease never waits for the disk.
CREATE UNLOGGED TABLE "api_rates" (
    "owner_id" UUID NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "granted" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "api_rates_pkey" PRIMARY KEY ("owner_id")
);
