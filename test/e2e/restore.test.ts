import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { ensureBuild } from "#lib/launch/build.ts";
import { startPostgres } from "#lib/launch/postgres.ts";
import { startApp } from "#test/support/app-server.ts";
import { backUpOnline } from "#test/support/online-backup.ts";
import { bootstrap, Producer } from "#test/support/producer.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { testSettings } from "#test/support/settings.ts";
import { waitFor } from "#test/support/wait-for.ts";

type Endpoint = { id: string; secret: string };
type Delivery = { id: string; event: string; status: string };

beforeAll(ensureBuild);

test("a backup taken under load starts on another server: what was acknowledged is there, what waited is delivered", async () => {
  const folder = await mkdtemp(join(tmpdir(), "posthorn-restore-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const receiver = await createReceiver();
  onTestFinished(() => receiver.close());
  const [from, to] = [join(folder, "lost"), join(folder, "restored")];
  const { apiKey, endpoint, acknowledged } = await runUntilLost({ from, to, receiver });

  receiver.answerAll(() => ({}));
  const restored = await startPostgres({ dataDir: to });
  onTestFinished(restored.stop);
  await using app = await startApp({ databaseUrl: restored.databaseUrl });
  const producer = new Producer(app.url, apiKey);
  const { body } = await producer.call<{ secret: string }>("GET", `/endpoints/${endpoint.id}/secret`);
  expect(body.secret).toBe(endpoint.secret);
  await producer.call("PATCH", `/endpoints/${endpoint.id}`, { paused: false });
  const fresh = await post(producer);
  await waitFor("everything to be delivered", async () => {
    const { body } = await producer.call<{ data: Delivery[] }>(
      "GET",
      "/deliveries?status=delivered&limit=100",
    );
    const delivered = new Set(body.data.map(({ event }) => event));
    return [...acknowledged, fresh].every((id) => delivered.has(id));
  });
  for (const request of receiver.requests)
    new Webhook(endpoint.secret).verify(request.body.toString(), request.headers);
});

type Loss = { from: string; to: string; receiver: Receiver };

/** Web and worker run on a server that is backed up while events come in, and then lost; answers with what was promised. */
async function runUntilLost({ from, to, receiver }: Loss) {
  const { databaseUrl, stop } = await startPostgres({ dataDir: from });
  onTestFinished(stop);
  const { apiKey } = await bootstrap(testSettings(databaseUrl));
  const app = await startApp({ databaseUrl });
  onTestFinished(app.stop);
  const producer = new Producer(app.url, apiKey);
  const { body: endpoint } = await producer.call<Endpoint>("POST", "/endpoints", {
    url: receiver.url,
    eventTypes: ["*"],
    headers: { "X-Token": "sealed" },
  });
  const posted = [{ id: await post(producer), at: new Date() }];
  await receiver.next();
  await producer.call("PATCH", `/endpoints/${endpoint.id}`, { paused: true });
  const backup: { complete?: Date } = {};
  const copying = backUpOnline({ databaseUrl, from, to }).then((complete) => {
    backup.complete = complete;
    return complete;
  });
  while (!backup.complete && posted.length < 60) posted.push({ id: await post(producer), at: new Date() });
  const complete = await copying;
  const acknowledged = posted.filter(({ at }) => at < complete).map(({ id }) => id);
  expect(acknowledged.length).toBeGreaterThan(1);
  for (const part of [app.worker, app.web]) await part.kill("SIGKILL");
  await stop();
  return { apiKey, endpoint, acknowledged };
}

async function post(producer: Producer): Promise<string> {
  const { status, body } = await producer.call<{ id: string }>("POST", "/events", {
    type: "backup.drill",
    data: {},
  });
  expect(status, JSON.stringify(body)).toBe(202);
  return body.id;
}
