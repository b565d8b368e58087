import { ensureBuild } from "#lib/launch/build.ts";
import { chromiumExecutable } from "./chromium.ts";

const shared = globalThis as { posthornPreparedApp?: Promise<unknown> };

/** Builds the pages and unpacks the browser once, before tests that run side by side would. */
export default async function prepare(): Promise<void> {
  shared.posthornPreparedApp ??= ensureBuild().then(chromiumExecutable);
  await shared.posthornPreparedApp;
}
