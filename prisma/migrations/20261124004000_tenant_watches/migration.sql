-- Which tenants somebody watches live. Unlogged: webs say so again every few seconds, and never wait for the disk.
CREATE UNLOGGED TABLE "tenant_watches" (
    "tenant_id" UUID NOT NULL,
    "watched_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenant_watches_pkey" PRIMARY KEY ("tenant_id")
);
