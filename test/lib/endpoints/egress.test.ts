import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blockedUrls, tooLongUrls, unreadableHosts } from "#test/support/blocked-urls.ts";
import { type DnsServer, startDnsServer } from "#test/support/dns-server.ts";
import { pointResolvers } from "#test/support/point-resolvers.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

process.env.POSTHORN_EGRESS_ALLOW = "";

const addressed = {
  "loopback.example.com": ["127.0.0.1"],
  "metadata.example.com": ["169.254.169.254"],
  "mixed.example.com": ["93.184.215.14", "10.0.0.1"],
  "mixed-families.example.com": ["93.184.215.14", "fd00::1"],
  "mapped.example.com": ["::ffff:10.0.0.1"],
  "nat64.example.com": ["64:ff9b::7f00:1"],
  "tunnelled.example.com": ["2002:a00:1::1"],
};

let tenant: TestTenant;
let dns: DnsServer;
let pointed: Disposable;
beforeAll(async () => {
  dns = await startDnsServer({
    ...Object.fromEntries(Object.entries(addressed).map(([name, addresses]) => [name, { addresses }])),
    "alias.example.com": { aliases: ["inner.example.net", "db.example.org"], addresses: ["192.168.1.7"] },
    "public.example.com": { addresses: ["93.184.215.14", "2606:4700::1111"] },
    "missing.example.com": { failure: "NXDOMAIN" },
    "broken.example.com": { failure: "SERVFAIL" },
    "empty.example.com": { addresses: [] },
    "silent.example.com": "silent",
  });
  pointed = pointResolvers(dns.port);
  tenant = await createTenantForTest();
});
afterAll(async () => {
  pointed[Symbol.dispose]();
  await dns[Symbol.asyncDispose]();
});

const create = (url: string) => tenant.request("POST", "/endpoints", { url });
const blockedNames = [...Object.keys(addressed), "alias.example.com"].map((name) => `https://${name}/hook`);

/** What the caller can tell apart. */
async function answersTo(urls: readonly string[], ask: (url: string) => ReturnType<typeof create>) {
  const answers = new Set<string>();
  for (const url of urls) {
    const { status, body } = await ask(url);
    const { requestId, ...told } = body;
    answers.add(JSON.stringify({ status, ...told }));
  }
  return [...answers].map((text) => JSON.parse(text));
}

const refusal = {
  status: 422,
  code: "blocked_url",
  detail: "Blocked by egress policy.",
  errors: [{ path: "url", message: "Blocked by egress policy" }],
};

describe("a blocked URL gets one and the same answer, whatever is wrong with it or its name's addresses", () => {
  test("at create", async () => {
    const answers = await answersTo([...blockedUrls, ...blockedNames], create);
    expect(answers).toEqual([expect.objectContaining(refusal)]);
  });

  test("at update, and the endpoint keeps its URL", async () => {
    const { body } = await create("https://public.example.com/hook");
    const patch = (url: string) => tenant.request("PATCH", `/endpoints/${body.id}`, { url });
    const answers = await answersTo([...blockedUrls, ...blockedNames], patch);
    expect(answers).toEqual([expect.objectContaining(refusal)]);
    const { body: kept } = await tenant.request("GET", `/endpoints/${body.id}`);
    expect(kept.url).toBe("https://public.example.com/hook");
  });
});

test("what is too long or cannot be read at all is refused for that, at create and update", async () => {
  const { body } = await create("https://public.example.com/hook");
  for (const url of [...tooLongUrls, ...unreadableHosts.map((host) => `https://${host}/hook`)]) {
    expect((await create(url)).status).toBe(422);
    expect((await tenant.request("PATCH", `/endpoints/${body.id}`, { url })).status).toBe(422);
  }
});

test("a name that has no address yet is let through: the delivery checks again", async () => {
  const waiting = ["missing", "broken", "empty", "silent"].map((name) =>
    create(`https://${name}.example.com/`),
  );
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses).toEqual([201, 201, 201, 201]);
});
