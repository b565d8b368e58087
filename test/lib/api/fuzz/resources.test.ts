import fc from "fast-check";
import { test } from "vitest";
import { scopes } from "#lib/contracts/permissions.ts";
import { createTenantForTest } from "#test/support/tenant.ts";
import { commandsFor, type Model, type Resource } from "./resource-commands.ts";
import { fuzzEffort, fuzzSeed } from "./settings.ts";

/** Printable, and without the blanks at the ends that names lose. */
const line = (maxLength: number) =>
  fc
    .string({ minLength: 1, maxLength, unit: "grapheme" })
    .filter((text) => text.trim() === text && text.isWellFormed() && !text.includes("\0"));
const metadata = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), line(20), {
  maxKeys: 3,
  noNullPrototype: true,
});
const fewNames = fc.constantFrom("a.b", "a.c", "order.paid", "x");

const endpointFields = {
  description: line(40),
  metadata,
  eventTypes: fc.uniqueArray(fewNames, { minLength: 1 }),
  maxInFlight: fc.integer({ min: 1, max: 1_000 }),
  timeoutSeconds: fc.option(fc.integer({ min: 1, max: 30 })),
  rateLimit: fc.option(fc.integer({ min: 1, max: 10_000 })),
  payloadFormat: fc.constantFrom("full", "data"),
};

const resources: Resource[] = [
  {
    path: "/applications",
    nameOf: ({ id }) => id,
    fields: fc.record(
      { name: line(40), uid: fewNames, metadata },
      { requiredKeys: ["name", "uid"], noNullPrototype: true },
    ),
    changes: fc.record({ name: line(40), metadata }, { requiredKeys: [], noNullPrototype: true }),
    derived: ["updatedAt"],
    shownOnce: [],
    isUnique: true,
  },
  {
    path: "/endpoints",
    nameOf: ({ id }) => id,
    fields: fc.record(
      { url: fc.constant("http://127.0.0.1:9/hook"), ...endpointFields },
      { requiredKeys: ["url"], noNullPrototype: true },
    ),
    changes: fc.record(
      { ...endpointFields, paused: fc.boolean() },
      { requiredKeys: [], noNullPrototype: true },
    ),
    derived: ["updatedAt", "state"],
    shownOnce: ["secret"],
    isUnique: false,
  },
  {
    path: "/event-types",
    nameOf: ({ name }) => name,
    fields: fc.record(
      { name: fewNames, description: line(60), example: metadata },
      { requiredKeys: ["name"], noNullPrototype: true },
    ),
    changes: fc.record(
      { description: line(60), example: metadata, archived: fc.boolean() },
      { requiredKeys: [], noNullPrototype: true },
    ),
    derived: ["updatedAt"],
    shownOnce: [],
    isUnique: true,
  },
  {
    path: "/api-keys",
    nameOf: ({ id }) => id,
    fields: fc.record(
      {
        name: line(40),
        scopes: fc.subarray([...scopes], { minLength: 1 }),
      },
      { requiredKeys: ["name"], noNullPrototype: true },
    ),
    changes: fc.record({ name: line(40) }, { noNullPrototype: true }),
    derived: ["updatedAt"],
    shownOnce: ["key"],
    isUnique: false,
  },
];

test.each(resources)(
  "$path: in any order, what was done is what is there",
  { timeout: 60_000 * fuzzEffort },
  async (resource) => {
    const sequences = fc.commands(commandsFor(resource), { maxCommands: 40 });
    const holds = fc.asyncProperty(sequences, async (commands) => {
      const { request } = await createTenantForTest();
      const model: Model = { alive: new Map(), deleted: [] };
      await fc.asyncModelRun(() => ({ model, real: { resource, request } }), commands);
    });
    await fc.assert(holds, {
      seed: fuzzSeed,
      numRuns: 30 * fuzzEffort,
      interruptAfterTimeLimit: 30_000 * fuzzEffort,
    });
  },
);
