import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { expect, test } from "vitest";
import { toAppError } from "#lib/api/to-app-error.ts";
import { databaseSocket } from "#lib/database-socket.ts";
import { env } from "#lib/env.ts";

test("a server that has gone silent is given up, which callers are told as 503", async () => {
  await using silent = createServer((socket) => void socket.resume()).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: (silent.address() as AddressInfo).port,
    stream: databaseSocket(100),
  });
  client.on("error", () => undefined);
  const given = await client.connect().catch((error: unknown) => error);
  expect(toAppError(given)).toMatchObject({ status: 503 });
});

test("a connection that is asked again and again is kept", async () => {
  const pool = new pg.Pool({ connectionString: env().databaseUrl, max: 1, stream: databaseSocket(400) });
  const pid = () =>
    pool.query("SELECT pg_backend_pid() AS pid, pg_sleep(0.15)").then(({ rows }) => rows[0].pid);
  const first = await pid();
  for (let question = 0; question < 4; question += 1) expect(await pid()).toBe(first);
  await pool.end();
});
