import type { z } from "zod";
import { type NextStep, nextStep } from "../contracts/account.ts";
import { NetworkFailure, problemOf } from "./problem.ts";

/** A step of one's own account; each is a route under `/api/auth`. */
export type AccountStep =
  | "sign-in"
  | "second-factor"
  | "sign-up"
  | "sign-out"
  | "sign-out-everywhere"
  | "name"
  | "preferences"
  | "password"
  | "email"
  | "request-confirmation"
  | "confirm-email"
  | "start-second-factor"
  | "confirm-second-factor"
  | "remove-second-factor"
  | "renew-recovery-codes"
  | "revoke-session"
  | "revoke-other-sessions"
  | "request-reset"
  | "reset-password"
  | "accept-invitation"
  | "join"
  | "tenants";

/**
 * Takes a step of one's own account and answers where to go next, with what `answer` expects beside. Throws ApiProblem when
 * it is refused and NetworkFailure when no answer comes.
 */
export async function takeStep(step: AccountStep, body: unknown): Promise<NextStep>;
export async function takeStep<Answer>(
  step: AccountStep,
  body: unknown,
  answer: z.ZodType<Answer>,
): Promise<Answer>;
export async function takeStep(step: AccountStep, body: unknown, answer: z.ZodType = nextStep) {
  const response = await post(`/api/auth/${step}`, {
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return answer.parse(await response.json());
}

/** Ends this browser's session and shows the sign-in page. */
export async function signOut(): Promise<void> {
  goTo((await takeStep("sign-out", {})).redirectTo);
}

/** Loads a page anew, so that nothing read under another session stays in memory. */
export function goTo(path: string): void {
  window.location.assign(path);
}

/** Leaves for another provider's sign-in page, to come back to `callbackUrl`. */
export async function signInWith(providerId: string, callbackUrl: string): Promise<void> {
  const { csrfToken } = await read(await post("/api/auth/csrf", { method: "GET" }));
  const body = new URLSearchParams({ csrfToken: csrfToken ?? "", callbackUrl, json: "true" });
  const { url } = await read(await post(`/api/auth/signin/${encodeURIComponent(providerId)}`, { body }));
  if (!url) throw new Error("The provider cannot be reached. Try again.");
  goTo(url);
}

async function post(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { method: "POST", credentials: "same-origin", ...request });
  } catch (error) {
    throw new NetworkFailure(error);
  }
}

async function read(response: Response): Promise<{ csrfToken?: string; url?: string }> {
  if (!response.ok) throw await problemOf(response);
  return response.json();
}
