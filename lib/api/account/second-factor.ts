import { codeBody, proofBody } from "../../contracts/account.ts";
import { requireProof } from "../../users/require-proof.ts";
import { confirmSecondFactor } from "../../users/second-factor/confirm.ts";
import { removeSecondFactor } from "../../users/second-factor/remove.ts";
import { renewRecoveryCodes } from "../../users/second-factor/renew-codes.ts";
import { startSecondFactor } from "../../users/second-factor/start.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

const redirectTo = "/account";

/** `POST /api/auth/start-second-factor`: a secret for one's authenticator app; nothing is asked for until a code confirms it. */
export const start = accountRoute(proofBody, async ({ body, device, request }) => {
  const user = await requireSession(request);
  await requireProof({ user, ipAddress: device.ipAddress }, body);
  return { redirectTo, shown: await startSecondFactor(user) };
});

/** `POST /api/auth/confirm-second-factor`: turns two-step sign-in on and shows the recovery codes. */
export const confirm = accountRoute(codeBody, async ({ body, device, request }) => {
  const user = await requireSession(request);
  const codes = await confirmSecondFactor({ user, code: body.code, ipAddress: device.ipAddress });
  return { redirectTo, shown: { codes } };
});

/** `POST /api/auth/remove-second-factor`: turns two-step sign-in off. */
export const remove = accountRoute(proofBody, async ({ body, device, request }) => {
  const prover = { user: await requireSession(request), ipAddress: device.ipAddress };
  await requireProof(prover, body);
  await removeSecondFactor(prover);
  return { redirectTo };
});

/** `POST /api/auth/renew-recovery-codes`: ten new recovery codes instead of the former ones. */
export const renewCodes = accountRoute(proofBody, async ({ body, device, request }) => {
  const prover = { user: await requireSession(request), ipAddress: device.ipAddress };
  await requireProof(prover, body);
  return { redirectTo, shown: { codes: await renewRecoveryCodes(prover) } };
});
