import { ensureBuild } from "#lib/launch/build.ts";

/** The journeys and the crash tests run the product as it is shipped, so its pages must be built. */
export default async function build(): Promise<void> {
  await ensureBuild();
}
