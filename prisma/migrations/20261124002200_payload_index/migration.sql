-- CreateTable
CREATE TABLE "payload_backlog" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "event_ids" UUID[],

    CONSTRAINT "payload_backlog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payload_blocks" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "newest_id" UUID NOT NULL,
    "event_ids" UUID[],
    "tokens" INTEGER[],

    CONSTRAINT "payload_blocks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payload_blocks_newest_id_idx" ON "payload_blocks"("newest_id");

-- CreateIndex
CREATE INDEX "payload_blocks_tokens_idx" ON "payload_blocks" USING GIN ("tokens");

-- Whoever inserts events, also the code before this migration, leaves them to be indexed in the same transaction.
CREATE FUNCTION "note_payloads"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "payload_backlog" ("event_ids")
  SELECT array_agg("id") FROM (SELECT "id", (row_number() OVER () - 1) / 128 AS "part" FROM "added") AS "numbered" GROUP BY "part";
  RETURN NULL;
END
$$;

CREATE TRIGGER "note_payloads" AFTER INSERT ON "events" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "note_payloads"();

INSERT INTO "payload_backlog" ("event_ids")
SELECT array_agg("id") FROM (SELECT "id", (row_number() OVER (ORDER BY "id") - 1) / 128 AS "part" FROM "events") AS "numbered" GROUP BY "part" ORDER BY "part";
