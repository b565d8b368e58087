import { readdirSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { problem } from "#lib/contracts/problem.ts";
import { pool } from "#lib/db.ts";
import { signUpSomebody } from "#test/support/account.ts";
import { damaged, hostileBody, hostileJson } from "./hostile.ts";
import { fuzzEffort, fuzzSeed } from "./settings.ts";

type Step = (request: Request) => Promise<Response>;

const steps = readdirSync("app/api/auth").filter((folder) => !folder.startsWith("["));

const usual: Record<string, fc.Arbitrary<string>> = {
  name: fc.constant('"Ada"'),
  email: fc.constantFrom('"ada@example.com"', '"nobody@example.com"', '"ADA@EXAMPLE.COM "'),
  password: fc.constantFrom('"correct horse battery"', '"wrong"'),
  currentPassword: fc.constant('"correct horse battery"'),
  newPassword: fc.constant('"incorrect horse battery"'),
  token: fc.constantFrom(`"${"x".repeat(40)}"`, '"e30.e30.e30.e30.e30 and more"'),
  tenantName: fc.constant('"Acme"'),
  code: fc.constantFrom('"123456"', '"123 456"', '"abcd-efgh-ijkl-mnop"'),
  id: fc.constantFrom('"ses_01h455vb4pex5vsknk084sn02q"', '"ses_x"'),
  timeZone: fc.constantFrom('"Asia/Kolkata"', "null", '"Middle/Earth"'),
  theme: fc.constantFrom('"dark"', '"system"', '"sepia"'),
  density: fc.constant('"compact"'),
  clock: fc.constantFrom('"12h"', '"24h"'),
  callbackUrl: fc.constantFrom('"/x"', '"https://evil.example"', '"//evil.example"', '"javascript:alert(1)"'),
};

const fieldsOf: Record<string, readonly string[]> = {
  "accept-invitation": ["token"],
  "confirm-email": ["token"],
  "confirm-second-factor": ["code"],
  email: ["email", "password", "code"],
  join: ["token", "name", "password"],
  name: ["name"],
  password: ["currentPassword", "newPassword"],
  preferences: ["timeZone", "theme", "density", "clock"],
  "remove-second-factor": ["password", "code"],
  "renew-recovery-codes": ["password", "code"],
  "request-confirmation": [],
  "request-reset": ["email"],
  "reset-password": ["token", "newPassword"],
  "revoke-other-sessions": [],
  "revoke-session": ["id"],
  "second-factor": ["code", "callbackUrl"],
  "sign-in": ["email", "password", "callbackUrl"],
  "sign-out": [],
  "sign-out-everywhere": [],
  "sign-up": ["name", "email", "password", "tenantName"],
  "start-second-factor": ["password", "code"],
  tenants: ["name"],
};

/** The fields of a step, each now and then hostile or missing, and now and then one of another step. */
function bodyFor(step: string): fc.Arbitrary<Buffer> {
  const known = fieldsOf[step];
  if (!known) throw new Error(`say which fields ${step} has`);
  const fields = Object.entries(usual).map(([name, good]) => {
    const value = fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: hostileJson });
    const isHere = fc.integer({ min: 1, max: 20 }).map((n) => (known.includes(name) ? n > 1 : n === 1));
    return fc.tuple(isHere, value).map(([here, text]) => (here ? `"${name}":${text}` : undefined));
  });
  const text = fc
    .tuple(...fields)
    .map((given) => `{${given.filter((field) => field !== undefined).join(",")}}`);
  return fc.oneof(
    { weight: 6, arbitrary: text.map((json) => Buffer.from(json)) },
    { weight: 1, arbitrary: damaged(text) },
    { weight: 1, arbitrary: hostileBody },
  );
}

// Whoever guesses is slowed down; here the limits would hide what lies behind.
beforeEach(() => pool().query("TRUNCATE rate_limits"));

test.each(steps)(
  "%s goes on or says why not, whatever it is given",
  { timeout: 60_000 * fuzzEffort },
  async (folder) => {
    const step: Step = (await import(`../../../../app/api/auth/${folder}/route.ts`)).POST;
    const { cookie } = await signUpSomebody();
    const holds = fc.asyncProperty(bodyFor(folder), fc.boolean(), async (body, isSignedIn) => {
      const response = await step(
        new Request(`http://localhost:3000/api/auth/${folder}`, {
          method: "POST",
          headers: {
            origin: "http://localhost:3000",
            "content-type": "application/json",
            "content-length": String(body.length),
            ...(isSignedIn ? { cookie } : {}),
          },
          body: new Uint8Array(body),
        }),
      );
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      if (response.ok) expect(JSON.parse(text).redirectTo).toMatch(/^\/(?!\/)/);
      else expect(problem.strict().parse(JSON.parse(text)).status).toBe(response.status);
    });
    const limit = 30_000 * fuzzEffort;
    await fc.assert(holds, { seed: fuzzSeed, numRuns: 40 * fuzzEffort, interruptAfterTimeLimit: limit });
  },
);
