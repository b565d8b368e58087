/** Mutation testing of the pure core: `npm run mutation` (minutes). Results and survivors: README.md beside this file. */
export default {
  mutate: [
    "lib/delivery/{address,breaker,cidr,decide,forbidden-ranges,guard,lanes,retry-after,schedule,sign}.ts",
    "lib/events/subscription-patterns.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false, pool: "forks" },
  plugins: ["@stryker-mutator/vitest-runner"],
  coverageAnalysis: "perTest",
  concurrency: 1,
  timeoutMS: 10_000,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: "test/.artifacts/mutation.json" },
  // The sandbox needs no tsconfig.json, and rewriting it asks for an interface that TypeScript 7 no longer has.
  ignorePatterns: [".next", ".posthorn", "test/.artifacts", "app", "components", "tsconfig.json"],
  thresholds: { high: 95, low: 90, break: 90 },
  allowConsoleColors: false,
  disableTypeChecks: true,
};
