import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Who may take each step of an account; `token` means a link's or a password's secret, checked by the step itself. */
const table: Record<string, "anyone" | "token" | "session"> = {
  "accept-invitation": "session",
  "confirm-email": "session",
  "confirm-second-factor": "session",
  email: "session",
  join: "token",
  name: "session",
  password: "session",
  preferences: "session",
  "remove-second-factor": "session",
  "renew-recovery-codes": "session",
  "request-confirmation": "session",
  "request-reset": "anyone",
  "reset-password": "token",
  "revoke-other-sessions": "session",
  "revoke-session": "session",
  "second-factor": "token",
  "sign-in": "token",
  "sign-out": "anyone",
  "sign-out-everywhere": "session",
  "sign-up": "anyone",
  "start-second-factor": "session",
  tenants: "session",
};

/** Bodies that pass validation, so that only the missing session stands in the way. */
const bodies: Record<string, object> = {
  "accept-invitation": { token: "x".repeat(40) },
  "confirm-email": { token: "x".repeat(40) },
  "confirm-second-factor": { code: "123456" },
  email: { email: "eve@example.com" },
  join: { token: "x".repeat(40), name: "Ada", password: "correct horse battery" },
  name: { name: "Ada" },
  password: { currentPassword: "x", newPassword: "correct horse battery" },
  preferences: { theme: "dark" },
  "reset-password": { token: "x".repeat(40), newPassword: "correct horse battery" },
  "revoke-session": { id: "ses_01jd7w4c8xf0x9s3y6z1v2k5mn" },
  "second-factor": { code: "123456" },
  "sign-in": { email: "nobody@example.com", password: "wrong" },
  "sign-out-everywhere": {},
  tenants: { name: "Acme" },
};

type Step = (request: Request) => Promise<Response>;

const steps = readdirSync("app/api/auth").filter((folder) => !folder.startsWith("["));
const stepOf = async (folder: string): Promise<Step> =>
  (await import(`../../../../app/api/auth/${folder}/route.ts`)).POST;
const call = async (folder: string, headers: Record<string, string>) =>
  (await stepOf(folder))(
    new Request(`http://localhost:3000/api/auth/${folder}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(bodies[folder] ?? {}),
    }),
  );

test("every step of an account stands in the table", () => {
  expect(Object.keys(table).sort()).toEqual(steps.sort());
});

describe.each(Object.entries(table).filter(([, access]) => access !== "anyone"))(
  "%s (%s)",
  (folder, access) => {
    test("without it nobody gets in", async () => {
      const { status } = await call(folder, { origin: "http://localhost:3000" });
      expect(access === "session" ? [401] : [401, 404, 409]).toContain(status);
    });
  },
);

test.each(steps)("%s refuses a request that another site makes", async (folder) => {
  for (const origin of ["https://evil.example", "null"])
    expect((await call(folder, { origin, cookie: "a=b" })).status).toBe(403);
});
