import fc from "fast-check";
import { afterAll, beforeAll, test } from "vitest";
import { env } from "#lib/env.ts";
import { describedOperations } from "#test/support/api-document.ts";
import { type ApiServer, serveApi } from "#test/support/api-server.ts";
import { expectDescribed } from "#test/support/described-answer.ts";
import { cookieOf, insertMember } from "#test/support/people.ts";
import { createTenantForTest } from "#test/support/tenant.ts";
import { makeObjects } from "../objects.ts";
import { requestTo } from "./request.ts";
import { fuzzEffort, fuzzSeed } from "./settings.ts";

let server: ApiServer;
beforeAll(async () => {
  server = await serveApi();
});
afterAll(() => server.close());

/** Operations that take a body have more to go wrong. */
const runsOf = (operation: { body: unknown }) => fuzzEffort * (operation.body ? 100 : 40);

test.each(describedOperations.map((operation, place) => ({ ...operation, place })))(
  "$method $path answers as the document says, whatever it is asked",
  { timeout: 60_000 * fuzzEffort },
  async (operation) => {
    const tenant = await createTenantForTest();
    const objects = await makeObjects(tenant, "victim");
    const credentials = {
      cookie: await cookieOf(await insertMember(tenant.tenantId, "owner")),
      "posthorn-tenant": tenant.publicId,
      origin: new URL(env().url).origin,
    };
    const answersAsDescribed = fc.asyncProperty(requestTo(operation, objects), async (request) => {
      const answer = await server.send({ ...request, headers: { ...credentials, ...request.headers } });
      expectDescribed(operation, answer);
    });
    await fc.assert(answersAsDescribed, {
      seed: fuzzSeed + operation.place,
      numRuns: runsOf(operation),
      interruptAfterTimeLimit: 30_000 * fuzzEffort,
    });
  },
);
