import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { toAppError } from "#lib/api/to-app-error.ts";
import { inTransaction, pool, prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

const nowhere = "postgres://nobody@127.0.0.1:1/none";
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const codeOf = async (work: Promise<unknown>) => toAppError(await thrownBy(work)).code;

test("a refusal stays what it is, a bug is internal and keeps its cause", () => {
  const refusal = new AppError("conflict");
  expect(toAppError(refusal)).toBe(refusal);
  const bug = new TypeError("x is not a function");
  expect(toAppError(bug)).toMatchObject({ code: "internal", cause: bug });
  expect(toAppError("text")).toMatchObject({ code: "internal" });
});

describe("a database that is away is 503 with a time to come back", () => {
  test("through pg", async () => {
    const client = new pg.Client({ connectionString: nowhere });
    const error = toAppError(await thrownBy(client.connect()));
    expect(error).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 1 });
  });

  test("through Prisma, in a transaction or not", async () => {
    const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: nowhere }) });
    expect(await codeOf(client.user.count())).toBe("unavailable");
    expect(await codeOf(client.$transaction((tx) => tx.user.count()))).toBe("unavailable");
  });

  test("a connection cut in the middle, in both", async () => {
    const cut = "SELECT pg_terminate_backend(pg_backend_pid())";
    expect(await codeOf(inTransaction((client) => client.query(cut)))).toBe("unavailable");
    expect(await codeOf(prisma().$queryRawUnsafe(cut))).toBe("unavailable");
    expect(await codeOf(prisma().$transaction((tx) => tx.$queryRawUnsafe(cut)))).toBe("unavailable");
  });

  test("a connection that was lost before the next statement, in both", async () => {
    const cut = "SELECT pg_terminate_backend(pg_backend_pid())";
    const inPg = inTransaction(async (client) => {
      await client.query(cut).catch(() => undefined);
      await client.query("SELECT 1");
    });
    expect(await codeOf(inPg)).toBe("unavailable");
    const inPrisma = prisma().$transaction(async (tx) => {
      await tx.$queryRawUnsafe(cut).catch(() => undefined);
      await tx.$queryRawUnsafe("SELECT 1");
    });
    expect(await codeOf(inPrisma)).toBe("unavailable");
  });

  test("a statement that took too long", async () => {
    const slow = inTransaction(async (client) => {
      await client.query("SET LOCAL statement_timeout = 20");
      await client.query("SELECT pg_sleep(2)");
    });
    expect(await codeOf(slow)).toBe("unavailable");
    const inPrisma = prisma().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 20`;
      await tx.$queryRaw`SELECT 1 FROM pg_sleep(2)`;
    });
    expect(await codeOf(inPrisma)).toBe("unavailable");
  });
});

describe("what a verb did not foresee", () => {
  test("a taken unique value is 409, through both", async () => {
    const id = newId();
    const user = { id, email: `${id}@example.com`, name: "Ada" };
    await prisma().user.create({ data: user });
    expect(await codeOf(prisma().user.create({ data: { ...user, id: newId() } }))).toBe("already_exists");
    const insert = "INSERT INTO users (id, email, name) VALUES ($1, $2, 'Ada')";
    expect(await codeOf(pool().query(insert, [newId(), user.email]))).toBe("already_exists");
  });

  test("a row that vanished is 404", async () => {
    expect(await codeOf(prisma().user.update({ where: { id: newId() }, data: { name: "x" } }))).toBe(
      "not_found",
    );
  });

  test("text that the database cannot hold is 422", async () => {
    expect(await codeOf(pool().query("SELECT $1::text", ["\u0000"]))).toBe("invalid_request");
    expect(await codeOf(prisma().user.count({ where: { name: "\u0000" } }))).toBe("invalid_request");
  });
});
