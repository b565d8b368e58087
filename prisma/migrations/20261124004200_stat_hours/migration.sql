-- Sums of twelve five-minute buckets each, so that a month of a chart or a day of every endpoint is a few hundred rows.
CREATE TABLE "stat_hours" (
    "tenant_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_key" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "retried" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "durations" INTEGER[],

    CONSTRAINT "stat_hours_pkey" PRIMARY KEY ("tenant_id","scope","scope_key","starts_at")
);

-- CreateIndex
CREATE INDEX "stat_hours_starts_at_idx" ON "stat_hours"("starts_at");

-- Whoever writes the buckets, also the code before this migration, keeps the hours. Row by row in the order of the statement,
-- which is that of the key, so that two transactions do not wait for each other in a circle.
CREATE FUNCTION "keep_stat_hour"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "stat_hours" AS kept
    ("tenant_id", "scope", "scope_key", "starts_at", "delivered", "retried", "failed", "durations")
  VALUES (NEW."tenant_id", NEW."scope", NEW."scope_key", date_trunc('hour', NEW."starts_at", 'UTC'),
          NEW."delivered" - coalesce(OLD."delivered", 0), NEW."retried" - coalesce(OLD."retried", 0),
          NEW."failed" - coalesce(OLD."failed", 0),
          (SELECT array_agg(coalesce(has, 0) - coalesce(had, 0) ORDER BY place)
             FROM unnest(NEW."durations", OLD."durations") WITH ORDINALITY AS counts (has, had, place)))
  ON CONFLICT ("tenant_id", "scope", "scope_key", "starts_at") DO UPDATE SET
    "delivered" = kept."delivered" + excluded."delivered",
    "retried" = kept."retried" + excluded."retried",
    "failed" = kept."failed" + excluded."failed",
    "durations" = (SELECT array_agg(coalesce(had, 0) + coalesce(added, 0) ORDER BY place)
                     FROM unnest(kept."durations", excluded."durations") WITH ORDINALITY AS counts (had, added, place));
  RETURN NULL;
END
$$;

CREATE FUNCTION "shrink_stat_hour"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "stat_hours" AS kept SET
    "delivered" = kept."delivered" - OLD."delivered",
    "retried" = kept."retried" - OLD."retried",
    "failed" = kept."failed" - OLD."failed",
    "durations" = (SELECT array_agg(coalesce(had, 0) - coalesce(gone, 0) ORDER BY place)
                     FROM unnest(kept."durations", OLD."durations") WITH ORDINALITY AS counts (had, gone, place))
   WHERE kept."tenant_id" = OLD."tenant_id" AND kept."scope" = OLD."scope" AND kept."scope_key" = OLD."scope_key"
     AND kept."starts_at" = date_trunc('hour', OLD."starts_at", 'UTC');
  RETURN NULL;
END
$$;

CREATE TRIGGER "keep_stat_hour" AFTER INSERT OR UPDATE ON "stat_buckets" FOR EACH ROW EXECUTE FUNCTION "keep_stat_hour"();

CREATE TRIGGER "shrink_stat_hour" AFTER DELETE ON "stat_buckets" FOR EACH ROW EXECUTE FUNCTION "shrink_stat_hour"();

-- What was counted before; the triggers' lock keeps others from counting meanwhile.
INSERT INTO "stat_hours" ("tenant_id", "scope", "scope_key", "starts_at", "delivered", "retried", "failed", "durations")
SELECT "tenant_id", "scope", "scope_key", "hour", sum("delivered"), sum("retried"), sum("failed"),
       (SELECT array_agg("total" ORDER BY "place")
          FROM (SELECT "place", sum("count") AS "total"
                  FROM "stat_buckets" AS part, unnest(part."durations") WITH ORDINALITY AS counts ("count", "place")
                 WHERE part."tenant_id" = bucket."tenant_id" AND part."scope" = bucket."scope"
                   AND part."scope_key" = bucket."scope_key" AND part."starts_at" >= bucket."hour"
                   AND part."starts_at" < bucket."hour" + interval '1 hour'
                 GROUP BY "place") AS classes)
  FROM (SELECT *, date_trunc('hour', "starts_at", 'UTC') AS "hour" FROM "stat_buckets") AS bucket
 GROUP BY "tenant_id", "scope", "scope_key", "hour";
