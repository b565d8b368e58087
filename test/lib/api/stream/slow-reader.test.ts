import { afterAll, expect, test } from "vitest";
import { createApi } from "#lib/api/app.ts";
import { announceChanges } from "#lib/changes/notification.ts";
import { closeFeed } from "#lib/changes/our-feed.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { jobsIn } from "#lib/queue/wake.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

afterAll(async () => {
  await closeFeed();
  await closeDatabases();
});

const announce = ({ tenantId }: TestTenant, count: number) =>
  announceChanges(
    jobsIn(pool()),
    Array.from({ length: count }, () => ({
      kind: "event" as const,
      tenantId,
      applicationId: newId(),
      id: newId(),
    })),
  );

test("a client that does not read costs a bounded memory, and is told to read everything again when it does", async () => {
  const tenant = await createTenantForTest();
  const headers = { authorization: `Bearer ${await tenant.apiKey()}` };
  const { body } = await createApi().request("/api/v1/stream", { headers });
  const reader = body?.getReader();
  let text = "";
  const read = async () => {
    text += new TextDecoder().decode((await reader?.read())?.value);
    return text;
  };
  await waitFor("the stream to be relied on", async () => (await read()).includes('"reset"'));
  text = "";
  // About 3 kB a message, and a hundred times as many as fit.
  for (let n = 0; n < 100; n += 1) await announce(tenant, 90);
  await waitFor("word to read again", async () => (await read()).includes('"reset"'));
  expect(text.length).toBeLessThan(50_000);
  await announce(tenant, 1);
  const after = () => text.slice(text.indexOf('"reset"'));
  await waitFor("what changes from then on", async () => (await read()) && after().includes('"changed"'));
  await reader?.cancel();
});
