import { defineConfig } from "vitest/config";

/** The tests of the pure core alone: no database, no browser, properties with one seed, so that a run can be repeated. */
export default defineConfig({
  test: {
    include: [
      "test/lib/delivery/{address,cidr,decide,guard,inbox-guard,lanes,retry-after,schedule,sign}.test.ts",
      "test/lib/events/subscription-patterns.test.ts",
    ],
    setupFiles: ["test/mutation/fixed-seed.ts"],
    testTimeout: 20_000,
  },
});
