import { headers } from "next/headers";
import type { Preferences } from "../contracts/preferences.ts";
import { log } from "../log.ts";
import { currentUser } from "./current-user.ts";

/** How the person a page is drawn for wants things shown; undefined for whoever is not signed in, and in a portal, which knows no accounts. */
export async function shownPreferences(): Promise<Preferences | undefined> {
  const path = (await headers()).get("x-posthorn-path") ?? "";
  if (path.startsWith("/portal/")) return undefined;
  try {
    return (await currentUser())?.preferences;
  } catch (error) {
    // A page that cannot do without the database says so itself; the documentation can.
    log().debug({ err: error }, "no preferences for a page");
    return undefined;
  }
}
