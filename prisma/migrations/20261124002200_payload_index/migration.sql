-- CreateTable
CREATE TABLE "payload_backlog" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "event_ids" UUID[],

    CONSTRAINT "payload_backlog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payload_backfills" (
    "before_id" UUID NOT NULL,

    CONSTRAINT "payload_backfills_pkey" PRIMARY KEY ("before_id")
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

-- Accept notes its events itself, which costs a tenth; all others, also the code before this migration, by this trigger.
CREATE FUNCTION "note_payload"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "payload_backlog" ("event_ids") VALUES (ARRAY[NEW."id"]);
  RETURN NULL;
END
$$;

CREATE TRIGGER "note_payload" AFTER INSERT ON "events" FOR EACH ROW
  WHEN (current_setting('posthorn.notes_payloads', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION "note_payload"();

-- What was stored before is left to the worker.
INSERT INTO "payload_backfills" SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff' WHERE EXISTS (SELECT 1 FROM "events");
