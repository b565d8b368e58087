import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/contracts/permissions.ts";
import { closeDatabases, prisma } from "#lib/db.ts";
import { makeObjects, missing, type Objects } from "#test/lib/api/objects.ts";
import { startWeb, type Web } from "#test/support/app-server.ts";
import { cookieOf, insertMember, insertUser, newAddress } from "#test/support/people.ts";
import { Producer } from "#test/support/producer.ts";
import { StreamClient } from "#test/support/stream.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let webs: [Web, Web];
let tenant: TestTenant;
beforeAll(async () => {
  webs = [await startWeb(), await startWeb()];
  tenant = await createTenantForTest();
});
afterAll(async () => {
  await Promise.all(webs.map(({ process }) => process.stop()));
  await closeDatabases();
});

describe("an API key that is revoked", () => {
  test("is dead within a second on every web, however busily it is used", async () => {
    const key = await tenant.apiKey();
    const users = webs.map(({ url }) => new Producer(url, key));
    for (const user of users) expect((await user.call("GET", "/me")).status).toBe(200);
    const { body } = await tenant.request("GET", "/me", undefined, { authorization: `Bearer ${key}` });
    const id = String((body.actor as { id?: unknown }).id);
    const revokedAtMs = revoke(id);
    const lastAnswers = await Promise.all(users.map((user) => lastLetIn(user, revokedAtMs)));
    for (const lastMs of lastAnswers) expect(lastMs - (await revokedAtMs)).toBeLessThanOrEqual(1_000);
  });

  test("hears of nothing on an open stream that happens more than a second later, on every web", async () => {
    const { body } = await tenant.request("POST", "/api-keys", { name: "listener", scopes: ["read"] });
    const headers = { authorization: `Bearer ${body.key}` };
    const open = async ({ url }: Web) => (await StreamClient.open(url, headers)).ready();
    const streams = await Promise.all(webs.map(open));
    const owner = new Producer(webs[0].url, await tenant.apiKey());
    const createdAtMs = new Map<string, number>();
    const create = async () => {
      const startedMs = performance.now();
      const endpoint = { url: "http://127.0.0.1:9/" };
      createdAtMs.set((await owner.call<{ id: string }>("POST", "/endpoints", endpoint)).body.id, startedMs);
    };
    await create();
    const [first = ""] = createdAtMs.keys();
    for (const stream of streams) await stream.told("endpoint", first);
    const revokedAtMs = await revoke(body.id);
    while (streams.some(({ isOver }) => !isOver)) await create();
    const late = streams.flatMap(({ named }) => named).map((id) => (createdAtMs.get(id) ?? 0) - revokedAtMs);
    expect(late.filter((lateMs) => lateMs > 1_000)).toEqual([]);
  });

  async function revoke(id: string): Promise<number> {
    const owner = new Producer(webs[0].url, await tenant.apiKey());
    expect((await owner.call("DELETE", `/api-keys/${id}`)).status).toBe(204);
    return performance.now();
  }

  /** When the last request began that was let in, asking without a pause until the first refusal after the revocation. */
  async function lastLetIn(user: Producer, revoked: Promise<number>): Promise<number> {
    let lastMs = 0;
    for (;;) {
      const startedMs = performance.now();
      const { status } = await user.call("GET", "/me");
      if (status === 401) break;
      lastMs = startedMs;
    }
    await revoked;
    expect((await user.call("GET", "/me")).status).toBe(401);
    return lastMs;
  }
});

type Browser = {
  api: (web: Web, method: string, path: string) => Promise<number>;
  page: (
    web: Web,
    path: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; text: string }>;
};

async function browserOf(role: Role): Promise<Browser & { memberId: string; userId: string }> {
  const member = await insertMember(tenant.tenantId, role);
  const cookie = await cookieOf(member);
  const api = async ({ url }: Web, method: string, path: string) => {
    const headers = {
      cookie,
      "posthorn-tenant": tenant.publicId,
      origin: url,
      "content-type": "application/json",
    };
    const body = method === "GET" ? {} : { body: "{}" };
    return (await fetch(`${url}/api/v1${path}`, { method, headers, ...body })).status;
  };
  const page = async ({ url }: Web, path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers: { cookie, ...headers }, redirect: "manual" });
    return { status: response.status, text: await response.text() };
  };
  return { api, page, memberId: member.publicId, userId: member.id };
}

const asOwner = async (method: string, path: string, body?: unknown) =>
  (await tenant.withRole("owner"))(method, path, body);

test("a session that is ended is over on every web: for the API with the next request, for pages within a second", async () => {
  const { api, page, userId } = await browserOf("developer");
  for (const web of webs) {
    expect(await api(web, "GET", "/endpoints")).toBe(200);
    expect((await page(web, `/${tenant.slug}`)).status).toBe(200);
  }
  await prisma().session.deleteMany({ where: { userId } });
  const endedAtMs = performance.now();
  for (const web of webs) expect(await api(web, "GET", "/endpoints")).toBe(401);
  for (const web of webs)
    await waitFor("the page to be closed", async () => (await page(web, `/${tenant.slug}`)).status === 307);
  expect(performance.now() - endedAtMs).toBeLessThan(5_000);
});

describe("a member", () => {
  test("who is removed is out of the API and of the pages on every web from the next request", async () => {
    const { api, page, memberId } = await browserOf("developer");
    for (const web of webs) {
      expect(await api(web, "GET", "/endpoints")).toBe(200);
      expect((await page(web, `/${tenant.slug}`)).status).toBe(200);
    }
    expect((await asOwner("DELETE", `/members/${memberId}`)).status).toBe(204);
    for (const web of webs) {
      expect(await api(web, "GET", "/endpoints")).toBe(403);
      for (const headers of [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }]) {
        const { text } = await page(web, `/${tenant.slug}/endpoints`, headers);
        expect(text).not.toContain(tenant.publicId);
      }
      expect((await page(web, `/${tenant.slug}`)).status).toBe(404);
    }
  });

  test("whose role is lowered may do no more than that on every web from the next request", async () => {
    const { api, page, memberId } = await browserOf("developer");
    for (const web of webs) expect(await api(web, "POST", "/endpoints")).toBe(422);
    expect((await asOwner("PATCH", `/members/${memberId}`, { role: "viewer" })).status).toBe(200);
    for (const web of webs) {
      expect(await api(web, "POST", "/endpoints")).toBe(403);
      const { text } = await page(web, `/${tenant.slug}/endpoints`);
      expect(text).toContain(String.raw`\"role\":\"viewer\"`);
      expect(text).not.toContain(String.raw`\"role\":\"developer\"`);
    }
  });
});

describe("guesses at a password count on every web together", () => {
  const headers = { "content-type": "application/json" };
  const signIn = async (nth: number, email: string, password: string) => {
    const url = webs[nth % webs.length]?.url ?? "";
    const claimed = { ...headers, "x-forwarded-for": `198.51.100.${nth % 250}` };
    const body = JSON.stringify({ email, password });
    return (await fetch(`${url}/api/auth/sign-in`, { method: "POST", headers: claimed, body })).status;
  };
  const allAtOnce = (count: number, guess: (nth: number) => Promise<number>) =>
    Promise.all(Array.from({ length: count }, (_, nth) => guess(nth)));

  test("against an account: after ten even the right one is refused", async () => {
    const password = "correct horse battery";
    const { email } = await insertUser({ password });
    expect(await signIn(0, email, password)).toBe(200);
    const answers = await allAtOnce(12, (nth) => signIn(nth, email, "incorrect horse battery"));
    expect(answers.toSorted()).toEqual([...Array(10).fill(401), 429, 429]);
    for (const nth of [0, 1]) expect(await signIn(nth, email, password)).toBe(429);
  });

  test("from an address, whatever it says that it is: after a hundred it is refused everywhere", async () => {
    const guess = (nth: number) => signIn(nth, newAddress(), "incorrect horse battery");
    const answers = new Set<number>();
    for (let round = 0; round < 6; round += 1)
      for (const status of await allAtOnce(20, guess)) answers.add(status);
    expect([...answers].toSorted()).toEqual([401, 429]);
    for (const nth of [0, 1]) expect(await guess(nth)).toBe(429);
  });
});

/** Every page below a tenant, by the names in its path. */
const pages = globSync("app/(dashboard)/[[]tenant]/**/page.tsx").map((file) =>
  file.replace("app/(dashboard)/[tenant]", "").replace("/page.tsx", ""),
);

const nouns: Record<string, keyof Objects> = {
  applications: "application",
  deliveries: "delivery",
  endpoints: "endpoint",
  "event-types": "eventType",
  events: "event",
};

const filled = (page: string, objects: Objects) =>
  page
    .replace("[...missing]", "nothing")
    .replace(/^\/([a-z-]+)\/\[\w+\]/, (_, noun: string) => `/${noun}/${objects[nouns[noun] ?? "event"]}`);

describe("pages of another tenant", () => {
  let victim: TestTenant;
  let objects: Objects;
  let visitor: Browser;
  beforeAll(async () => {
    victim = await createTenantForTest();
    objects = await makeObjects(victim, "victim");
    visitor = await browserOf("owner");
  });

  test("there are as many as expected, each with its names filled in", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.map((page) => filled(page, objects)).filter((page) => page.includes("["))).toEqual([]);
  });

  test.each(pages)("%s is as that of a tenant that does not exist", async (page) => {
    const [web] = webs;
    const foreign = await visitor.page(web, `/${victim.slug}${filled(page, objects)}`);
    const nobodys = await visitor.page(web, `/no-such-tenant${filled(page, missing)}`);
    expect([foreign.status, nobodys.status]).toEqual([404, 404]);
    expectNothingOf(foreign.text);
  });

  test.each(pages.filter((page) => /\[\w+\]/.test(page)))(
    "%s with their ids in one's own tenant is as with nobody's",
    async (page) => {
      const [web] = webs;
      const foreign = await visitor.page(web, `/${tenant.slug}${filled(page, objects)}`);
      const nobodys = await visitor.page(web, `/${tenant.slug}${filled(page, missing)}`);
      expect(foreign.status).toBe(nobodys.status);
      expectNothingOf(foreign.text);
    },
  );

  /** Beyond the names in the address that was asked for. */
  function expectNothingOf(text: string): void {
    expect(text).not.toContain(victim.publicId);
    expect(text).not.toMatch(/victim[ /@]|victim-uid/);
  }

  test("whatever reads the database for a page asks first who looks", () => {
    const files = globSync("app/(dashboard)/[[]tenant]/**/*.{ts,tsx}");
    const readers = files.filter((file) =>
      /from "#lib\/(db|[a-z-]+\/(get|list|find|read|describe|permissions)[a-z-]*)\.ts"/.test(
        readFileSync(file, "utf8").replaceAll("#lib/client/", "#client/"),
      ),
    );
    expect(readers.length).toBeGreaterThan(2);
    const careless = readers.filter((file) => !/pageContext|requireMember/.test(readFileSync(file, "utf8")));
    expect(careless).toEqual([]);
  });
});
