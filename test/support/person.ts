import type { Page } from "playwright-core";
import { alive } from "./alive.ts";

const password = "correct horse battery staple";

export type Person = { name: string; email: string; tenant: string };

/** Signs up through the page and waits for the overview; answers the tenant's path, such as `/acme`. */
export async function signUp(page: Page, { tenant, ...person }: Person): Promise<string> {
  await introduce(page, person);
  await page.getByLabel("Tenant").fill(tenant);
  return createAccount(page);
}

/** Fills in who signs up, and leaves the tenant's name to the page. */
export async function introduce(page: Page, { name, email }: Omit<Person, "tenant">): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Work e-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** Signs up with what is filled in. */
export async function createAccount(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Create account" }).click();
  await atOverview(page);
  return new URL(page.url()).pathname;
}

/** Signs in through the page with the password everybody has here. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await atOverview(page);
}

async function atOverview(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await alive(page);
}

/** Creates an endpoint through the page and answers its signing secret, shown there. */
export async function createEndpoint(page: Page, path: string, url: string): Promise<string> {
  await page.goto(`${path}/endpoints/new`);
  await page.getByLabel("URL").fill(url);
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await page.getByRole("heading", { name: "Endpoint created" }).waitFor();
  return (
    await page
      .getByText(/^whsec_/)
      .first()
      .innerText()
  ).trim();
}

/** Creates an API key through the page and answers it, shown there once. */
export async function createApiKey(page: Page, path: string): Promise<string> {
  await page.goto(`${path}/developers`);
  await page
    .getByRole("button", { name: /Create (API )?key/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Billing backend");
  await dialog.getByRole("button", { name: /Create/ }).click();
  return (await page.getByText(/^phk_/).first().innerText()).trim();
}
