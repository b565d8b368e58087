import { beforeAll, expect, test } from "vitest";
import { maxLogoBytes } from "#lib/contracts/portal-settings.ts";
import { withPortal } from "#test/support/portal.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
let tenant: TestTenant;
let asAdmin: Requester;
beforeAll(async () => {
  tenant = await createTenantForTest();
  asAdmin = await tenant.withRole("admin");
});

test("what is set shows in the portal; what is taken back does not", async () => {
  const logo = `data:image/png;base64,${png}`;
  const given = { name: "Acme Cloud", accentColor: "#8A5A00", logo, origins: ["https://app.acme.example"] };
  const set = await asAdmin("PATCH", "/portal-settings", given);
  expect([set.status, set.body]).toEqual([200, given]);
  const asHolder = await withPortal(tenant, {});
  expect((await asHolder("GET", "/portal")).body).toMatchObject({
    tenant: { name: "Acme Cloud" },
    accentColor: "#8A5A00",
    logo,
  });
  await asAdmin("PATCH", "/portal-settings", { name: null, logo: null });
  expect((await asHolder("GET", "/portal")).body).toMatchObject({ tenant: { name: "Acme" }, logo: null });
});

test("a logo is what its bytes say: no scripts, no text, nothing large", async () => {
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").toString(
    "base64",
  );
  const large = Buffer.concat([Buffer.from(png, "base64"), Buffer.alloc(maxLogoBytes)]).toString("base64");
  for (const logo of [
    `data:image/svg+xml;base64,${svg}`,
    `data:image/png;base64,${svg}`,
    `data:text/html;base64,${svg}`,
    `data:image/png;base64,${large}`,
    "https://example.com/logo.png",
  ]) {
    expect((await asAdmin("PATCH", "/portal-settings", { logo })).status).toBe(422);
  }
});

test.each([
  "https://example.com/path",
  "http://example.com",
  "https://example.com; script-src *",
  "https://*",
  "https://*.com",
  "*",
  "'self'",
  "data:",
  "https://a b.com",
])("%s is no origin that could frame the portal", async (origin) => {
  expect((await asAdmin("PATCH", "/portal-settings", { origins: [origin] })).status).toBe(422);
});

test("origins of sites, of their subdomains and of a developer's machine are taken", async () => {
  const origins = ["https://app.example.com", "https://*.example.com", "http://localhost:5173"];
  expect((await asAdmin("PATCH", "/portal-settings", { origins })).body.origins).toEqual(origins);
});
