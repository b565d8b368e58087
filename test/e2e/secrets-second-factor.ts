import { oneTimeCode, stepAt } from "#lib/auth/one-time-code.ts";
import { fromBase32 } from "#test/support/second-factor.ts";
import type { Given } from "./secrets-given.ts";

type Take = (step: string, body: object) => Promise<string>;

/** Turns two-step sign-in on, makes new recovery codes, and goes through both doors; `take` answers with the body of a step that went well. */
export async function walkTwoSteps(given: Given, password: string, take: Take): Promise<void> {
  const { secret } = JSON.parse(await take("start-second-factor", { password }));
  const seed = fromBase32(given.secret("seed of one-time codes", secret));
  given.secret("seed in hex", seed.toString("hex"));
  given.secret("seed in base 64", seed.toString("base64"));
  const code = oneTimeCode(seed, stepAt(Date.now()) - 1);
  keepCodes(given, await take("confirm-second-factor", { code }));
  const [recovery] = keepCodes(given, await take("renew-recovery-codes", { password }));
  await take("second-factor", { code: recovery });
}

function keepCodes(given: Given, answer: string): string[] {
  const codes: string[] = JSON.parse(answer).codes;
  for (const code of codes) {
    given.secret("recovery code", code);
    given.secret("recovery code without dashes", code.replaceAll("-", ""));
  }
  return codes;
}
