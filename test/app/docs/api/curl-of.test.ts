import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "#lib/api/routes.ts";
import type { Operation } from "#lib/contracts/operation.ts";
import { permissions, scopes, scopesCan } from "#lib/contracts/permissions.ts";
import { env } from "#lib/env.ts";
import { makeObjects, type Objects, objectAt } from "#test/lib/api/objects.ts";
import { type ApiServer, serveApi } from "#test/support/api-server.ts";
import { hasProgram, runProgram, writeSnippet } from "#test/support/snippet.ts";
import { createTenantForTest } from "#test/support/tenant.ts";
import { curlOf } from "../../../../app/docs/api/curl-of.ts";

/** What a key may call: all that needs nothing of others first, then the rest, and what removes things at the end. */
const operations = routes
  .map(({ operation }): Operation => operation)
  .filter(isForKeys)
  .filter(({ answer }) => !answer.stream)
  .toSorted((one, other) => rank(one) - rank(other));

let server: ApiServer;
let objects: Objects;
let settings: Record<string, string>;

beforeAll(async () => {
  server = await serveApi();
  const tenant = await createTenantForTest();
  objects = await makeObjects(tenant, "somebody");
  const curlrc = await writeSnippet(".curlrc", 'silent\nwrite-out = "\\n%{http_code}"\n');
  settings = { CURL_HOME: dirname(curlrc), POSTHORN_API_KEY: await tenant.apiKey() };
});
afterAll(() => server.close());

test.skipIf(!hasProgram("curl")).each(operations)(
  "the curl command of $id, run as pasted, is answered as the reference says",
  async (operation) => {
    const { answer, dryRun } = operation;
    const command = curlOf(operation).replaceAll(env().url, `http://127.0.0.1:${server.port}`);
    const object = objectAt(operation.path);
    const named = object ? { id: objects[object] } : {};
    const printed = await runProgram("bash", ["-c", command], { ...settings, ...named });
    expect(printed).toMatch(new RegExp(`\\n${(dryRun ?? answer).status}$`));
  },
);

function isForKeys({ access }: Operation): boolean {
  const permission = permissions.find((known) => known === access);
  return permission !== undefined && scopesCan(scopes, permission);
}

function rank({ id, method, path }: Operation): number {
  // Another command revokes all links at once.
  if (id === "revokePortalSession") return 0;
  if (method === "delete") return 2;
  return path.includes("{") ? 1 : 0;
}
