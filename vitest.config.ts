import { defineConfig } from "vitest/config";

const ownDatabase = { globalSetup: ["test/support/global-setup.ts"], setupFiles: ["test/support/setup.ts"] };
const wholeApp = {
  globalSetup: [...ownDatabase.globalSetup, "test/support/app-setup.ts"],
  setupFiles: ownDatabase.setupFiles,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 15_000 } },
};

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
          exclude: ["test/pages/**", "test/e2e/**", "test/chaos/**", "test/bench/**"],
          maxWorkers: 2,
          ...ownDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: "pages",
          include: ["test/pages/**/*.test.ts"],
          // Each has a web, a worker and a browser of its own, which mostly wait for each other.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          ...wholeApp,
        },
      },
      {
        extends: true,
        test: {
          name: "processes",
          include: ["test/{e2e,chaos}/**/*.test.ts"],
          // One at a time and after all others: they kill, measure and fill up.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          ...wholeApp,
        },
      },
    ],
  },
});
