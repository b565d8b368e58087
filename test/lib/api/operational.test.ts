import { afterEach, describe, expect, test } from "vitest";
import { createApi } from "#lib/api/app.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { callApi } from "#test/support/api.ts";

const api = createApi();
const token = "a metrics token of some length";
const readMetrics = (authorization?: string) =>
  api.request("/api/v1/metrics", authorization === undefined ? {} : { headers: { authorization } });
afterEach(() => {
  Object.assign(env(), { metricsToken: undefined });
});

test("being alive takes no database", async () => {
  expect(await callApi({ method: "GET", path: "/healthz" })).toMatchObject({
    status: 200,
    body: { status: "ok" },
  });
});

test("ready means that every migration is applied", async () => {
  const names = await prisma().$queryRaw<{ id: string }[]>`
    UPDATE _prisma_migrations SET finished_at = NULL
     WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING id`;
  const { status, headers, body } = await callApi({ method: "GET", path: "/readyz" });
  expect([status, body.code, body.detail]).toEqual([503, "unavailable", "Migrations are pending."]);
  expect(headers.get("retry-after")).toBe("5");
  await prisma().$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE id = ${names[0]?.id}`;
  expect((await callApi({ method: "GET", path: "/readyz" })).body).toEqual({ status: "ready" });
});

describe("metrics", () => {
  test("without a token set they are not served", async () => {
    expect((await callApi({ method: "GET", path: "/metrics" })).status).toBe(404);
  });

  test("they want the token", async () => {
    Object.assign(env(), { metricsToken: token });
    expect((await readMetrics()).status).toBe(401);
    expect((await readMetrics("Bearer wrong")).status).toBe(401);
    expect((await readMetrics(`Bearer ${token}`)).status).toBe(200);
  });

  test("every line is Prometheus text with a number, typed and explained", async () => {
    Object.assign(env(), { metricsToken: token });
    const text = await (await readMetrics(`Bearer ${token}`)).text();
    const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(samples.length).toBeGreaterThan(8);
    for (const sample of samples)
      expect(sample).toMatch(/^[a-z0-9_]+(\{status="[a-z]+"\})? \d+(\.\d+)?(e-?\d+)?$/);
    for (const sample of samples) expect(text).toContain(`# TYPE ${sample.split(/[ {]/)[0]} `);
    expect(text).toContain('posthorn_deliveries_open{status="pending"} 0');
  });
});

test("health is at the root as well, with nothing else of the API", async () => {
  for (const path of ["/healthz", "/readyz"]) expect((await api.request(path)).status).toBe(200);
  expect((await api.request("/endpoints")).status).toBe(404);
});
