import type { Page } from "playwright-core";
import { linesAreNumbered, openPalette } from "./page-parts.ts";

/** Something that opens above a page: where, and by what. */
export type Opening = {
  name: string;
  /** The name of the page in `demoPages`. */
  on: string;
  open: (page: Page) => Promise<void>;
  /** What opens, a dialog unless told otherwise. */
  role?: "dialog" | "alertdialog" | "menu";
};

/** Every dialog, sheet, menu and popover of the dashboard that the demo tenant can show. */
export const openings: readonly Opening[] = [
  { name: "palette", on: "overview", open: (page) => page.keyboard.press("Control+k") },
  { name: "palette-found", on: "overview", open: findInPalette("invoice", /invoice\.paid/) },
  { name: "shortcuts", on: "overview", open: (page) => page.keyboard.press("?") },
  { name: "user-menu", on: "overview", open: press("Your account"), role: "menu" },
  { name: "delivery-sheet", on: "deliveries", open: openRow },
  { name: "status-filter", on: "deliveries", open: press("Status") },
  { name: "time-range", on: "deliveries", open: press("Last 30 days") },
  { name: "resend-many", on: "replays", open: press("Resend many…") },
  { name: "send-again", on: "event", open: press("Send again") },
  { name: "resend-delivery", on: "deliveries", open: press("Resend many…") },
  { name: "rotate-secret", on: "endpoint-settings", open: press("Rotate") },
  { name: "disable-endpoint", on: "endpoint-settings", open: press("Disable endpoint"), role: "alertdialog" },
  { name: "delete-endpoint", on: "endpoint-settings", open: press("Delete endpoint"), role: "alertdialog" },
  { name: "import-event-types", on: "event-types", open: press("Import") },
  {
    name: "send-test",
    on: "event-type",
    open: async (page) => {
      await press("Send test event")(page);
      await linesAreNumbered(page);
    },
  },
  { name: "event-type-menu", on: "event-type", open: press("More"), role: "menu" },
  { name: "delete-event-type", on: "event-type", open: chooseFrom("More", "Delete…"), role: "alertdialog" },
  { name: "create-application", on: "applications", open: press("New application") },
  {
    name: "delete-application",
    on: "application-settings",
    open: press("Delete application"),
    role: "alertdialog",
  },
  { name: "create-portal-link", on: "application-portal", open: press("Create portal link") },
  { name: "renew-inbox", on: "playground", open: press("New URL"), role: "alertdialog" },
  { name: "create-api-key", on: "api-keys", open: press("Create API key") },
  { name: "api-key-menu", on: "api-keys", open: press("Actions for Grafana"), role: "menu" },
  { name: "rename-api-key", on: "api-keys", open: chooseFrom("Actions for Grafana", "Rename") },
  {
    name: "revoke-api-key",
    on: "api-keys",
    open: chooseFrom("Actions for Grafana", "Revoke…"),
    role: "alertdialog",
  },
  { name: "invite-member", on: "settings-members", open: press("Invite member") },
  {
    name: "remove-member",
    on: "settings-members",
    open: press("Remove viewer@posthorn.local"),
    role: "alertdialog",
  },
  { name: "leave-tenant", on: "settings-members", open: press("Leave"), role: "alertdialog" },
  { name: "set-up-two-step", on: "account", open: press("Set up…") },
  { name: "sign-out-others", on: "account", open: press("Sign out other devices…"), role: "alertdialog" },
];

/** Presses the first button of this name. */
export function press(name: string | RegExp): Opening["open"] {
  return (page) => page.getByRole("button", { name, exact: true }).first().click();
}

/** Opens a menu by its button and chooses from it. */
export function chooseFrom(menu: string | RegExp, item: string): Opening["open"] {
  return async (page) => {
    await press(menu)(page);
    await page.getByRole("menuitem", { name: item }).click();
    await page.getByRole("menu").waitFor({ state: "detached" });
  };
}

/** Opens the first row of a log. */
export async function openRow(page: Page): Promise<void> {
  await page.locator("tbody").getByRole("link").first().click();
}

/** Types into the palette, until it offers something of this name. */
export function findInPalette(query: string, name: RegExp): Opening["open"] {
  return async (page) => {
    const search = await openPalette(page);
    await search.fill(query);
    await page.getByRole("option", { name }).first().waitFor();
  };
}
