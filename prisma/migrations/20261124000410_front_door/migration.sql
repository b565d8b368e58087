-- Whether somebody proved that the address is theirs.
ALTER TABLE "users" ADD COLUMN     "email_verified_at" TIMESTAMPTZ(3);

-- A provider vouched for it.
UPDATE "users" SET "email_verified_at" = now()
 WHERE EXISTS (SELECT 1 FROM "oauth_accounts" WHERE "oauth_accounts"."user_id" = "users"."id");

-- Whose invitation it is, so that it ends with their right to invite; and the link of the e-mail, which proves the address
-- where a link that was copied does not.
ALTER TABLE "invitations" ADD COLUMN     "invited_by_id" UUID,
ADD COLUMN     "mailed_token_hash" BYTEA;

UPDATE "invitations" SET "invited_by_id" = "users"."id" FROM "users" WHERE "users"."email" = "invitations"."invited_by";

UPDATE "invitations" SET "revoked_at" = now()
 WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL AND "invited_by_id" IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM "members"
                    WHERE "members"."tenant_id" = "invitations"."tenant_id"
                      AND "members"."user_id" = "invitations"."invited_by_id"
                      AND ("members"."role" = 'owner'
                           OR ("members"."role" = 'admin' AND "invitations"."role" <> 'owner')));

CREATE UNIQUE INDEX "invitations_mailed_token_hash_key" ON "invitations"("mailed_token_hash");

-- Every place where somebody is signed in.
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Links in e-mails that let their holder do one thing, once.
CREATE TABLE "account_tokens" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("token_hash")
);

CREATE INDEX "account_tokens_user_id_purpose_idx" ON "account_tokens"("user_id", "purpose");

CREATE INDEX "account_tokens_expires_at_idx" ON "account_tokens"("expires_at");

ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One-time codes (RFC 6238) and the codes for the day the phone is gone.
CREATE TABLE "second_factors" (
    "user_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "recovery_codes" (
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("user_id","code_hash")
);

ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
