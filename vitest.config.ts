import { defineConfig } from "vitest/config";

const ownDatabase = { globalSetup: "test/support/global-setup.ts", setupFiles: ["test/support/setup.ts"] };

export default defineConfig({
  test: {
    reporters: ["default", "./test/support/summary-reporter.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: "forks",
    projects: [
      {
        extends: true,
        test: {
          name: "product",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/chaos/**", "test/bench/**"],
          maxWorkers: 2,
          ...ownDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: ["test/{e2e,chaos}/**/*.test.ts"],
          // One at a time and after all others: each runs a whole web, worker or browser.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          ...ownDatabase,
        },
      },
    ],
  },
});
