import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { startNext, startWeb, type Web } from "#test/support/app-server.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

type Mount = "server.ts" | "next start";

let mounts: Record<Mount, Web>;
let tenant: TestTenant;
let receiver: Receiver;
beforeAll(async () => {
  [tenant, receiver] = [await createTenantForTest(), await createReceiver()];
  await tenant.request("PATCH", "/tenant", { name: marker });
  await tenant.request("POST", "/event-types", { name: "order.sent", description: "On its way" });
  await tenant.request("POST", "/endpoints", { url: receiver.url, description: marker });
  mounts = { "server.ts": await startWeb(), "next start": await startNext() };
});
afterAll(async () => {
  await Promise.all([...Object.values(mounts).map((web) => web.process.stop()), receiver.close()]);
  await closeDatabases();
});

/** Stands wherever the tenant's data would be shown. */
const marker = "Zebra Works";

/** What once let people past a check that stood in front of a page, or asks for a page in another form. */
const headers: Record<string, string>[] = [
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-rewrite": "/sign-in", "x-middleware-next": "1" },
  { purpose: "prefetch", "sec-purpose": "prefetch;prerender" },
  { "x-nextjs-data": "1" },
  { "x-matched-path": "/docs", "x-invoke-path": "/docs", "x-invoke-status": "200" },
  { "x-original-url": "/docs", "x-rewrite-url": "/docs", "x-forwarded-uri": "/docs" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
  { "x-http-method-override": "HEAD", "x-method-override": "HEAD", "x-http-method": "HEAD" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-forwarded-user": "ada@example.com" },
  { cookie: "next-auth.session-token=e30; __Secure-next-auth.session-token=e30" },
  { authorization: "Bearer null" },
];

const parts: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
];

const paths = (slug: string) => [
  `//${slug}/endpoints`,
  `///${slug}`,
  `/./${slug}/endpoints`,
  `/docs/../${slug}/endpoints`,
  `/docs/..%2f${slug}%2fendpoints`,
  `/%2e%2e/${slug}`,
  `/${slug}%2fendpoints`,
  `/${slug}/endpoints/`,
  `/${slug}/endpoints.rsc`,
  `/${slug}/endpoints.txt`,
  `/${slug}/endpoints.segments/_tree.segment.rsc`,
  `/${slug}\\endpoints`,
  `/${slug}/endpoints;.css`,
  `/${slug}/endpoints%00`,
  `/_next/data/build/${slug}/endpoints.json`,
  `/_next/static/../../${slug}/endpoints`,
  `/api/v1/../../${slug}/endpoints`,
  `/${slug}/endpoints?_rsc=x`,
  `/${slug}/endpoints?__nextDefaultLocale=en&nxtPtenant=${slug}`,
];

const unreadable = ["/%", "/docs%", "/acme/%zz", "/acme/%c3%28", "/%E0%A4%A"];

describe.each(["server.ts", "next start"] as const)("whoever is not signed in, by %s", (mount) => {
  const ask = (path: string, extra: Record<string, string> = {}, method = "GET") =>
    send(mounts[mount], { method, path, headers: extra });

  test.each(headers)("is sent to sign in whatever they say of a page: %j", async (extra) => {
    const answer = await ask(`/${tenant.slug}/endpoints`, extra);
    expect([answer.status, answer.location]).toEqual([
      307,
      `/sign-in?callbackUrl=${encodeURIComponent(`/${tenant.slug}/endpoints`)}`,
    ]);
    expect(answer.body).not.toContain(marker);
  });

  test.each(headers)("is told 401 whatever they say to the API: %j", async (extra) => {
    const owned = { "posthorn-tenant": tenant.publicId, origin: mounts[mount].url };
    const answer = await ask("/api/v1/endpoints", { ...owned, ...extra });
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, "unauthenticated"]);
  });

  test.each(parts)("gets no part of a page either: %j", async (extra) => {
    for (const page of ["", "/endpoints", "/settings/members"]) {
      const answer = await ask(`/${tenant.slug}${page}`, {
        ...extra,
        "next-router-state-tree": stateTree(tenant.slug),
      });
      expect([page, answer.status, isRefusal(answer) || answer.body.slice(0, 500)]).toEqual([
        page,
        answer.status,
        true,
      ]);
      expect(answer.body).not.toContain(marker);
    }
  });

  test("gets nothing at all in advance", async () => {
    for (const path of [`/${tenant.slug}/endpoints`, "/api/v1/endpoints"]) {
      const { status, body } = await ask(path, { "x-middleware-prefetch": "1" });
      if (status === 200) expect([path, body]).toEqual([path, "{}"]);
      else expect([path, status]).toEqual([path, 401]);
    }
  });

  test("finds no other way to write the address of a page", async () => {
    for (const path of paths(tenant.slug)) {
      const answer = await ask(path);
      const { status, location, body } = answer;
      expect([path, status, isRefusal(answer) || answer.body.slice(0, 500)]).toEqual([path, status, true]);
      expect([path, body.includes(marker)]).toEqual([path, false]);
      expect([path, location, staysHere(location, mounts[mount])]).toEqual([path, location, true]);
    }
  });

  test.each([...unreadable, "/_next/static/%", "/inbox/%", "/api/v1/%", "/api/v1/events/%c3%28"])(
    "is refused an address that cannot be decoded: %s",
    async (path) => {
      const { status, body } = await ask(path);
      // Where the API stands in front of Next, what cannot be decoded is a name that nobody has.
      expect(path.startsWith("/api/") ? [400, 401, 404] : [400]).toContain(status);
      expect(body).not.toContain("Internal");
    },
  );

  test.each([
    "//evil.example/endpoints",
    "//evil.example",
    "/\\evil.example",
    "/%5cevil.example",
    "/sign-in?callbackUrl=https://evil.example",
    "/sign-in?callbackUrl=//evil.example",
    "/api/auth/signin?callbackUrl=https://evil.example",
    "/api/auth/signout?callbackUrl=https://evil.example",
  ])("is led to no other site by %s", async (path) => {
    const { location } = await ask(path);
    expect([location, staysHere(location, mounts[mount])]).toEqual([location, true]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])(
    "does nothing to a page by %s",
    async (method) => {
      const answer = await ask(`/${tenant.slug}/endpoints`, { "next-action": "0".repeat(42) }, method);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body).not.toContain(marker);
    },
  );

  test("sees the event types of a tenant by its public link and nothing more, and no trace of it once it is off", async () => {
    const publicPath = new URL(String((await tenant.request("POST", "/catalogue-link")).body.url)).pathname;
    const parts = ["", "/event-types/order.sent", "/openapi.json"];
    const shown = await Promise.all(parts.map((part) => ask(publicPath + part)));
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of shown) {
      expect(body).toContain("order.sent");
      for (const word of [
        tenant.tenantId,
        tenant.publicId,
        tenant.slug,
        new URL(receiver.url).host,
        "@example.com",
      ])
        expect([word, body.includes(word)]).toEqual([word, false]);
    }
    expect(shown[0]?.body).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    expect((await ask(`${publicPath}/event-types/no.such`)).status).toBe(404);

    await tenant.request("DELETE", "/catalogue-link");
    const nobodys = `/catalogue/cat_${"x".repeat(43)}`;
    for (const part of parts) {
      const [off, missing] = [await ask(publicPath + part), await ask(nobodys + part)];
      expect([part, off.status, missing.status]).toEqual([part, 404, 404]);
      expect([part, off.body.includes(marker)]).toEqual([part, false]);
      expect(titleOf(off)).toBe(titleOf(missing));
    }
  });

  test("has nothing fetched for them", async () => {
    const url = encodeURIComponent(`${receiver.url}/picture.png`);
    for (const path of [`/_next/image?url=${url}&w=64&q=75`, "/_next/image?url=%2Ficon.svg&w=64&q=75"])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    expect(receiver.requests).toHaveLength(0);
  });
});

test("a method in a header or a query does not take the place of the method", async () => {
  const { id } = (await tenant.request("POST", "/applications", { name: "stays" })).body;
  const authorization = `Bearer ${await tenant.apiKey()}`;
  for (const web of Object.values(mounts)) {
    const overridden = { authorization, "x-http-method-override": "DELETE", "x-method-override": "DELETE" };
    const answer = await send(web, {
      method: "GET",
      path: `/api/v1/applications/${id}`,
      headers: overridden,
    });
    expect(answer.status).toBe(200);
  }
  expect((await tenant.request("GET", `/applications/${id}`)).status).toBe(200);
});

type Answered = { status: number; location: string | undefined; type: string | undefined; body: string };
type Sent = { method: string; path: string; headers: Record<string, string> };

/** Sends a path as it is written, which `fetch` would tidy up. */
async function send(web: Web, { method, path, headers }: Sent): Promise<Answered> {
  const { port } = new URL(web.url);
  const sent = request({ host: "localhost", port, method, path, headers });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const { location, "content-type": type } = response.headers;
  return { status: response.statusCode ?? 0, location, type, body: await text(response) };
}

/** What an answer is about: the title of its page or its problem. */
function titleOf({ body }: Answered): string | undefined {
  return /<title>[^<]*|"title":"[^"]*/.exec(body)?.[0];
}

/** Whether an answer shows nothing: a status that says so, a part that leads to the sign-in page, or the names of our routes alone. */
function isRefusal({ status, type, body }: Answered): boolean {
  if ([307, 308, 400, 401, 404].includes(status)) return true;
  const leadsAway = /NEXT_REDIRECT;replace;\/sign-in|^\w+:\[\["children",\{"s":/.test(body);
  return status === 200 && type === "text/x-component" && leadsAway;
}

/** Whether a browser that follows the address stays at home. */
function staysHere(location: string | undefined, { url }: Web): boolean {
  return location === undefined || new URL(location, url).origin === new URL(url).origin;
}

/** What a browser says that already shows the tenant's layout, so that it is left out. */
function stateTree(slug: string): string {
  const page = { children: ["endpoints", { children: ["__PAGE__", {}] }] };
  const tree = [
    "",
    { children: ["(dashboard)", { children: [["tenant", slug, "d"], page] }] },
    null,
    null,
    true,
  ];
  return encodeURIComponent(JSON.stringify(tree));
}
