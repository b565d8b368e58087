import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import type { AppProcess } from "#test/support/app-process.ts";
import { startWorker } from "#test/support/app-server.ts";
import { startForwardProxy } from "#test/support/forward-proxy.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { waitFor } from "#test/support/wait-for.ts";

const password = "pr0xy-secret";
let worker: AppProcess;
let port: number;

beforeAll(async () => {
  const gone = await startForwardProxy();
  port = gone.port;
  await gone.close();
  worker = startWorker({
    env: {
      POSTHORN_EGRESS_ALLOW: "127.0.0.0/8,fd00::/8",
      POSTHORN_EGRESS_PROXY: `http://operator:${password}@127.0.0.1:${port}`,
    },
  });
});

afterAll(async () => {
  await worker.kill();
  await closeDatabases();
});

function line(message: string) {
  return waitFor(
    `the log to say "${message}"`,
    () => {
      const found = worker.lines.find((text) => text.includes(`"msg":"${message}"`));
      return found && JSON.parse(found);
    },
    { timeoutMs: 20_000 },
  );
}

test("at start the log names the allowed blocks and the proxy, without its credentials", async () => {
  expect(await line("worker ready")).toMatchObject({
    egressAllow: ["127.0.0.0/8", "fd00::/8"],
    egressProxy: `http://127.0.0.1:${port}`,
  });
});

test("why a delivery was not sent is a warning for the operator, without URL or credentials", async () => {
  const tenant = await insertTenant();
  await insertEndpoint(tenant, { url: "http://127.0.0.1:9/hook?token=t0ken" });
  await acceptEvent(tenant.ctx, { body: { type: "a.b", data: {} }, text: '{"type":"a.b","data":{}}' });
  expect(await line("not sent")).toMatchObject({
    level: "warn",
    kind: "proxy",
    reason: "egress proxy: ECONNREFUSED",
  });
  expect(worker.lines.join("\n")).not.toMatch(new RegExp(`${password}|t0ken|operator`));
});
