import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrationNames } from "#lib/migrate/migration-files.ts";

type Rule = { because: string; broken: RegExp };

/** What the code of the release before still reads or writes while a rolling upgrade is under way, or waits for. */
const rules: Rule[] = [
  {
    because: "the release before still uses it",
    broken: /\bDROP\s+(COLUMN|TABLE|TYPE|VIEW|FUNCTION|SCHEMA)\b/i,
  },
  {
    because: "the release before knows the former name",
    broken: /\bRENAME\s+(TO|COLUMN|CONSTRAINT|VALUE)\b/i,
  },
  {
    because: "the table is rewritten under a lock",
    broken: /\bALTER\s+(COLUMN\s+)?"?\w+"?\s+(SET\s+DATA\s+)?TYPE\b/i,
  },
  { because: "the release before leaves it out", broken: /\bSET\s+NOT\s+NULL\b|\bDROP\s+DEFAULT\b/i },
  {
    because: "the release before leaves it out",
    broken: /\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i,
  },
  {
    because: "the release before may break it",
    broken: /\bADD\s+CONSTRAINT\b[^;]*\b(CHECK|UNIQUE|EXCLUDE)\b/i,
  },
  {
    because: "a migration changes shape, not contents",
    broken: /(?<!\bBEFORE )\bTRUNCATE\b|\bDELETE\s+FROM\b/i,
  },
];

/** How a migration says that the old way has left: `-- narrows: nobody has used it since 1.4`. */
const narrows = /^-- narrows: .*\b\d+\.\d+/m;

const names = await migrationNames();

describe("migrations widen, and narrow a release later", () => {
  test.each(names)("%s", (name) => {
    const sql = read(name);
    expect(narrows.test(sql) ? [] : violations(sql)).toEqual([]);
  });

  test("an index on a table that grows without end says what it costs", () => {
    const indexes = /CREATE (UNIQUE )?INDEX [^;]* ON "?(events|deliveries|attempts)"?\b/i;
    const later = names.filter((name) => !name.endsWith("_init"));
    expect(later.filter((name) => indexes.test(read(name)) && !/^-- \w/m.test(read(name)))).toEqual([]);
  });

  test.each([
    'ALTER TABLE "users" DROP COLUMN "name";',
    'DROP TABLE "users";',
    'ALTER TABLE "users" RENAME COLUMN "name" TO "label";',
    'ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE VARCHAR(10);',
    'ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;',
    'ALTER TABLE "users" ADD COLUMN "age" INTEGER NOT NULL;',
    'ALTER TABLE "users" ADD COLUMN "age" INTEGER NOT NULL, ADD COLUMN "shoe" INTEGER NOT NULL DEFAULT 0;',
    'ALTER TABLE "users" ADD CONSTRAINT "grown" CHECK (age > 17);',
    'DELETE FROM "users";',
    'TRUNCATE "users";',
  ])("refuse %s", (sql) => {
    expect(violations(sql)).toHaveLength(1);
    expect(violations(`-- ${sql}`)).toEqual([]);
  });

  test.each([
    'ALTER TABLE "users" ADD COLUMN "age" INTEGER;',
    'ALTER TABLE "users" ADD COLUMN "age" INTEGER NOT NULL DEFAULT 0;',
    'CREATE TABLE "shoes" ("id" UUID NOT NULL, CONSTRAINT "shoes_pkey" PRIMARY KEY ("id"));',
    'DROP INDEX "users_name_idx";',
    'CREATE TRIGGER "kept" BEFORE TRUNCATE ON "users" FOR EACH STATEMENT EXECUTE FUNCTION "refuse"();',
  ])("allow %s", (sql) => {
    expect(violations(sql)).toEqual([]);
  });
});

function read(name: string): string {
  return readFileSync(join("prisma", "migrations", name, "migration.sql"), "utf8");
}

function violations(sql: string): string[] {
  const statements = sql.replaceAll(/--.*$/gm, "");
  return rules.flatMap(({ because, broken }) => {
    const found = broken.exec(statements);
    return found ? [`"${found[0]}": ${because}`] : [];
  });
}
