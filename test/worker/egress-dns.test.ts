import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { acceptEvent } from "#lib/events/accept.ts";
import { type DnsServer, startDnsServer, type Zone, type Zones } from "#test/support/dns-server.ts";
import { pointResolvers } from "#test/support/point-resolvers.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import {
  attemptsOf,
  deliveriesOf,
  insertEndpoint,
  insertTenant,
  type TenantRows,
} from "#test/support/rows.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";

process.env.POSTHORN_EGRESS_ALLOW = "127.0.0.1/32";

const resources = new AsyncDisposableStack();
let dns: DnsServer;
let receiver: Receiver;
let worker: RunningWorker;
let tenant: TenantRows;

beforeAll(async () => {
  dns = resources.use(await startDnsServer());
  receiver = resources.use(await createReceiver());
  resources.use(pointResolvers(dns.port));
  worker = await runWorker();
});

beforeEach(async () => {
  tenant = await insertTenant();
});

afterAll(async () => {
  await worker.stop();
  await resources.disposeAsync();
  await closeDatabases();
});

/** What became of one delivery to each of these names, at the port of the receiver. */
async function deliverTo(zones: Zones, { retrySchedule = [86_400] } = {}) {
  dns.set(zones);
  const { port } = new URL(receiver.url);
  const names = Object.keys(zones);
  const endpoints = await Promise.all(
    names.map((name) =>
      insertEndpoint(tenant, { url: `http://${name}:${port}/${name}`, timeoutSeconds: 2, retrySchedule }),
    ),
  );
  await acceptEvent(tenant.ctx, { body: { type: "a.b", data: {} }, text: '{"type":"a.b","data":{}}' });
  const found = await waitFor("the deliveries to be over", async () => {
    const all = await deliveriesOf(tenant);
    const isOver = all.every(
      ({ status }) => ["delivered", "failed"].includes(status) || retrySchedule[0] === 86_400,
    );
    return (
      all.length === names.length &&
      isOver &&
      all.every(({ attempt_count, status }) => attempt_count > 0 && status !== "sending") &&
      all
    );
  });
  const of = (id: string) => found.find(({ endpoint_id }) => endpoint_id === id);
  return Promise.all(endpoints.map(async ({ id }) => attemptsOf(of(id)?.id ?? "")));
}

const good: Zone = { addresses: ["127.0.0.1"] };

describe("a name", () => {
  test("is judged by every address that it has, wherever its aliases lead", async () => {
    const cases: [string, Zone, string | null][] = [
      ["good.example.com", good, null],
      ["alias.example.com", { aliases: ["b.example.net", "c.example.org"], addresses: ["127.0.0.1"] }, null],
      ["private.example.com", { addresses: ["10.0.0.1"] }, "blocked"],
      ["other-loopback.example.com", { addresses: ["127.0.0.2"] }, "blocked"],
      ["mixed.example.com", { addresses: ["127.0.0.1", "10.0.0.1"] }, "blocked"],
      ["mixed-families.example.com", { addresses: ["127.0.0.1", "fd00::1"] }, "blocked"],
      ["mapped.example.com", { addresses: ["127.0.0.1", "::ffff:169.254.169.254"] }, "blocked"],
      ["translated.example.com", { addresses: ["64:ff9b::7f00:1"] }, "blocked"],
      ["bad-alias.example.com", { aliases: ["b.example.net"], addresses: ["192.168.0.1"] }, "blocked"],
      ["missing.example.com", { failure: "NXDOMAIN" }, "dns"],
      ["broken.example.com", { failure: "SERVFAIL" }, "dns"],
      ["refused.example.com", { failure: "REFUSED" }, "dns"],
      ["empty.example.com", { addresses: [] }, "dns"],
      ["dangling.example.com", { aliases: ["b.example.net"], addresses: [] }, "dns"],
      ["silent.example.com", "silent", "timeout"],
    ];
    const attempts = await deliverTo(Object.fromEntries(cases.map(([name, zone]) => [name, zone])));
    expect(
      cases.map(([name], index) => [name, attempts[index]?.map(({ error_kind }) => error_kind)]),
    ).toEqual(cases.map(([name, , kind]) => [name, [kind]]));
    const reached = receiver.requests.map(({ path }) => path).toSorted();
    expect(reached).toEqual(["/alias.example.com", "/good.example.com"]);
  });

  test("is asked once an attempt, and the connection goes to what was vetted", async () => {
    const name = "rebind.example.com";
    const rebinding = (nth: number): Zone => (nth === 1 ? good : { addresses: ["10.0.0.1"] });
    const [attempts] = await deliverTo({ [name]: rebinding });
    expect(attempts).toMatchObject([{ number: 1, error_kind: null, remote_address: "127.0.0.1" }]);
    expect(dns.questions.filter((question) => question === `A ${name}`)).toHaveLength(1);
  });

  test("is judged anew by each connection, whatever it was before", async () => {
    const name = "later.example.com";
    const changing = (nth: number): Zone => (nth === 1 ? good : { addresses: ["10.0.0.1"] });
    receiver.answerNext({ status: 500, headers: { connection: "close" } });
    const [attempts] = await deliverTo({ [name]: changing }, { retrySchedule: [0] });
    expect(attempts?.map(({ error_kind }) => error_kind)).toEqual(["http_5xx", "blocked"]);
  });
});
