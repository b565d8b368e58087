import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context.ts";
import { prisma } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createInvitation } from "#lib/invitations/create.ts";
import { revokeInvitation } from "#lib/invitations/revoke.ts";
import { accept, tokenOf } from "#test/support/invitations.ts";
import { lists } from "#test/support/lists.ts";
import { type MissingPlaces, missingPlaces } from "#test/support/missing-places.ts";
import { buttonOf } from "#test/support/page-parts.ts";
import { insertMember, insertUser, newAddress } from "#test/support/people.ts";
import { signIn } from "#test/support/person.ts";
import { settled } from "#test/support/settled.ts";
import { postEvent, SmallScene, type SmallTenant } from "#test/support/small-scene.ts";

let scene: SmallScene;

beforeAll(async () => {
  scene = await SmallScene.open();
});

afterAll(() => scene.close());

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const linkOf = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name, exact: true });

describe("an invitation that is over says how it ended, and what to do", () => {
  test("used: whoever used it signs in, and is told that they are in", async () => {
    const { email, path, tenant } = await invite();
    const guest = await insertUser({ email, password: "correct horse battery staple" });
    await accept(path, guest);
    await using opened = await scene.outsider();
    const { page } = opened;
    await page.goto(path);
    await heading(page, "This invitation was used").waitFor();
    await linkOf(page, "Sign in").click();
    await page.waitForURL("**/sign-in");
    await signIn(page, email);
    await page.goto(path);
    await heading(page, "You are in Acme already").waitFor();
    await linkOf(page, "Open its dashboard").click();
    await page.waitForURL(`**/${tenant.slug}`);
    await heading(page, "Overview").waitFor();
  });

  test.each([
    {
      title: "This invitation was taken back",
      end: ({ ctx, id }: Invited) => revokeInvitation(ctx, { id }),
    },
    {
      title: "This invitation has expired",
      end: ({ id }: Invited) =>
        prisma().invitation.update({
          where: { id: fromPublicId("invitation", id) ?? "" },
          data: { expiresAt: new Date(Date.now() - 1_000) },
        }),
    },
  ])("$title: whoever sent it can be written to", async ({ title, end }) => {
    const invited = await invite();
    await end(invited);
    await using opened = await scene.outsider();
    const { page } = opened;
    await page.goto(invited.path);
    await heading(page, title).waitFor();
    const letter = new URL((await linkOf(page, "Ask for a new one").getAttribute("href")) ?? "");
    expect(letter.protocol + letter.pathname).toBe(`mailto:${invited.ctx.actor.label}`);
    expect(letter.searchParams.get("subject")).toBe("A new invitation to Acme");
    await linkOf(page, "Sign in").click();
    await heading(page, "Sign in").waitFor();
  });
});

type Invited = { tenant: SmallTenant; ctx: Context; id: string; email: string; path: string };

/** Somebody new, invited by an owner. */
async function invite(): Promise<Invited> {
  const tenant = await scene.openTenant();
  const { ctx } = await insertMember(tenant.tenantId, "owner");
  const email = newAddress();
  const { id, link } = await createInvitation(ctx, { email, role: "viewer" });
  return { tenant, ctx, id, email, path: `/invitations/${tokenOf(link)}` };
}

/** Follows each link of a page that says what is missing. */
async function followAll(page: Page, base: string, places: MissingPlaces): Promise<void> {
  for (const [path, [title, links]] of Object.entries(places)) {
    for (const [name, place] of Object.entries(links)) {
      await page.goto(base + path);
      await page.getByRole("main").getByText(title, { exact: true }).waitFor();
      await linkOf(page, name).click();
      await heading(page, place).waitFor();
      expect(new URL(page.url()).pathname.startsWith(base)).toBe(true);
    }
  }
}

describe("what is gone", () => {
  test("says so, and every link on its page leads on", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.visit(tenant);
    const { page, allow } = opened;
    allow(/404/);
    await followAll(page, `/${tenant.slug}`, missingPlaces);
    await followAll(page, "", {
      "/no-such-tenant": [
        "There is nothing here",
        { "Go to your dashboard": "Overview", "Read the docs": "Quickstart" },
      ],
    });
  });

  test("in the portal leads on within the portal", async () => {
    const tenant = await scene.openTenant();
    await using opened = await scene.outsider();
    const { page, allow } = opened;
    allow(/404/);
    await page.goto(await portalLinkOf(tenant));
    await heading(page, "Endpoints").waitFor();
    const isElsewhere = (path: string) => /^.(applications|views|nothing)/.test(path);
    const here = Object.entries(missingPlaces).filter(([path]) => !isElsewhere(path));
    await followAll(page, `/portal/${tenant.slug}`, Object.fromEntries(here));
  });
});

async function portalLinkOf({ producer }: SmallTenant): Promise<string> {
  return String((await producer.call("POST", "/applications/default/portal-link", {})).body.url);
}

test("outside the dashboard too, every page has a title of its own", async () => {
  const tenant = await scene.openTenant();
  await tenant.producer.call("POST", "/event-types", { name: "ticket.sold" });
  const { id: event } = (await postEvent(tenant)).body;
  const catalogue = String((await tenant.producer.call("POST", "/catalogue-link")).body.url);
  const portal = `/portal/${tenant.slug}`;
  const endpoint = `${portal}/endpoints/${tenant.endpoint}`;
  await using opened = await scene.outsider();
  const { page } = opened;
  const titles: string[] = [];
  const look = async (path: string) => {
    await page.goto(path);
    await settled(page);
    titles.push(await page.title());
  };
  for (const path of ["/sign-in", "/sign-up", catalogue, `${catalogue}/event-types/ticket.sold`])
    await look(path);
  expect(titles.at(-1)).toBe("ticket.sold · Event types of Acme");
  await page.goto(await portalLinkOf(tenant));
  await heading(page, "Endpoints").waitFor();
  for (const path of ["endpoints", "endpoints/new", "deliveries", "events", "event-types", "replays"])
    await look(`${portal}/${path}`);
  for (const path of ["", "/deliveries", "/test", "/settings"]) await look(endpoint + path);
  await look(`${portal}/events/${event}`);
  expect(titles).toEqual([...new Set(titles)]);
  expect(titles).not.toContain("Posthorn");
});

describe("a list", () => {
  test("that is empty has an icon, a sentence, and something to do", async () => {
    const tenant = await openEmptyTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    const findings: string[] = [];
    for (const { name, path, empty } of lists) {
      if (!empty) continue;
      await page.goto(`/${tenant.slug}${path}`);
      const title = page.getByText(empty, { exact: true });
      await title.waitFor();
      const state = title.locator("..");
      const offered = state.getByRole("link").or(state.getByRole("button")).first();
      if (!(await state.locator("svg").first().isVisible())) findings.push(`${name}: no icon`);
      if (!/\w+ .+\./.test((await title.locator("xpath=following-sibling::div[1]").innerText()).trim()))
        findings.push(`${name}: no sentence`);
      if (!(await isThere(offered))) findings.push(`${name}: nothing to do`);
    }
    expect(findings).toEqual([]);
  });

  test("of invitations offers the form to whoever finds it empty", async () => {
    const tenant = await openEmptyTenant();
    await using opened = await scene.visit(tenant);
    const { page } = opened;
    await page.goto(`/${tenant.slug}/settings/members`);
    await buttonOf(page, "Invite somebody").click();
    const dialog = page.getByRole("dialog", { name: "Invite member" });
    await dialog.getByLabel("E-mail").fill("grace@example.com");
    await buttonOf(page, "Send invitation").click();
    await page.getByRole("dialog", { name: "Invitation sent" }).waitFor();
    await buttonOf(page, "Done").click();
    await page.getByRole("row").filter({ hasText: "grace@example.com" }).waitFor();
  });
});

/** With nothing at all in it. */
async function openEmptyTenant(): Promise<SmallTenant> {
  const tenant = await scene.openTenant();
  await tenant.producer.call("DELETE", `/endpoints/${tenant.endpoint}`);
  await prisma().apiKey.deleteMany({ where: { tenantId: tenant.tenantId } });
  return tenant;
}

// What is offered may come a moment later than the sentence.
function isThere(offered: Locator): Promise<boolean> {
  return offered.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}

test("a page shows the shape of what is to come until its answer is there", async () => {
  const tenant = await scene.openTenant();
  const { id } = (await postEvent(tenant)).body;
  await tenant.producer.call("POST", "/event-types", { name: "ticket.sold" });
  await using opened = await scene.visit(tenant);
  const { page } = opened;
  const pages = { [`/events/${id}`]: "Copy payload", "/event-types/ticket.sold": "Send test event" };
  for (const [path, coming] of Object.entries(pages)) {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route(`**/api/v1${path}`, async (route) => {
      await promise;
      await route.continue();
    });
    await page.goto(`/${tenant.slug}${path}`);
    await page.getByRole("main").locator('[aria-busy="true"]').first().waitFor();
    expect(await buttonOf(page, coming).count()).toBe(0);
    resolve();
    await buttonOf(page, coming).waitFor();
    await settled(page);
  }
});
