import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventSnippets } from "#components/api-keys/event-snippets.ts";
import { type ApiServer, serveApi } from "#test/support/api-server.ts";
import { hasProgram, runProgram, writeSnippet } from "#test/support/snippet.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

let server: ApiServer;
let apiUrl: string;
let key: string;
beforeAll(async () => {
  server = await serveApi();
  apiUrl = `http://127.0.0.1:${server.port}`;
  key = await (await createTenantForTest()).apiKey(["events:write"]);
});
afterAll(() => server.close());

const languages: [label: string, program: string, file: string, argv: string[]][] = [
  ["curl", "bash", "first-event.sh", []],
  ["TypeScript", process.execPath, "first-event.ts", []],
  ["Python", "python3", "first_event.py", []],
  ["Go", "go", "first_event.go", ["run"]],
];

// The first Go program of a machine compiles Go's own packages.
const timeout = 300_000;

describe.each(languages)(
  "the %s snippet posts an event as pasted",
  { timeout },
  (label, program, file, argv) => {
    const isThere = hasProgram(program) && (label !== "curl" || hasProgram("curl"));

    test.skipIf(!isThere)("with the key filled in", async () => {
      const path = await writeSnippet(file, codeOf(label, { apiUrl, key }));
      expect(await runProgram(program, [...argv, path])).toMatch(/evt_\w+/);
    });

    test.skipIf(!isThere)("with the key from the environment", async () => {
      const path = await writeSnippet(file, codeOf(label, { apiUrl }));
      expect(await runProgram(program, [...argv, path], { POSTHORN_API_KEY: key })).toMatch(/evt_\w+/);
    });
  },
);

test.skipIf(!hasProgram("gofmt"))("the Go snippets are formatted Go", async () => {
  for (const options of [{ apiUrl, key }, { apiUrl }]) {
    const path = await writeSnippet("first_event.go", codeOf("Go", options));
    expect(await runProgram("gofmt", ["-l", path])).toBe("");
  }
});

function codeOf(label: string, options: { apiUrl: string; key?: string }): string {
  return eventSnippets(options).find((snippet) => snippet.label === label)?.code ?? "";
}
