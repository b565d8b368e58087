import { z } from "zod";
import { id } from "./ids.ts";
import { passwordFault } from "./password.ts";

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("Enter an e-mail address, such as ada@example.com."));

const name = z.string().trim().min(1, "Enter your name.").max(100, "At most 100 characters.");

const tenantName = z.string().trim().min(1, "Give the tenant a name.").max(100, "At most 100 characters.");

/** A password to be: long enough, and not among the first that anybody would try. */
const newPassword = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.")
  .superRefine((password, check) => {
    const fault = passwordFault(password);
    if (fault) check.addIssue({ code: "custom", message: fault });
  });

const presentPassword = z.string().min(1, "Enter your password.").max(200, "At most 200 characters.");

export const signInBody = z.strictObject({ email, password: presentPassword });

export const signUpBody = z.strictObject({ name, email, password: newPassword, tenantName });

export const changeNameBody = z.strictObject({ name });

/** Somebody who always came in by another provider has no current password to give. */
export const changePasswordBody = z.strictObject({
  currentPassword: z.string().max(200).optional(),
  newPassword,
});

export const requestResetBody = z.strictObject({ email });

/** The secret of a link in an e-mail. */
const token = z.string().min(20).max(100);

export const resetPasswordBody = z.strictObject({ token, newPassword });

export const confirmEmailBody = z.strictObject({ token });

/** What shows that the owner of an account asks: their password, or a code where two-step sign-in is on. */
export const proofBody = z.strictObject({
  password: z.string().max(200).optional(),
  code: z.string().trim().max(40).optional(),
});

export const changeEmailBody = proofBody.extend({ email });

/** Six digits of an authenticator app, or a recovery code; spaces and dashes do not count. */
export const codeBody = z.strictObject({ code: z.string().trim().min(6, "Enter the code.").max(40) });

export const revokeSessionBody = z.strictObject({ id: id("session") });

export const newTenantBody = z.strictObject({ name: tenantName });

export const acceptInvitationBody = z.strictObject({ token });

/** What somebody new gives to join by invitation; the e-mail address is the invitation's. */
export const joinBody = acceptInvitationBody.extend({ name, password: newPassword });

/** Where to go next: a path on this origin. */
export const nextStep = z.object({ redirectTo: z.string() });

/** What is shown once while two-step sign-in is set up. */
export const secondFactorSetup = nextStep.extend({ secret: z.string(), uri: z.string() });

export const recoveryCodes = nextStep.extend({ codes: z.array(z.string()) });

export type SignIn = z.infer<typeof signInBody>;
export type SignUp = z.infer<typeof signUpBody>;
export type ChangeName = z.infer<typeof changeNameBody>;
export type ChangePassword = z.infer<typeof changePasswordBody>;
export type RequestReset = z.infer<typeof requestResetBody>;
export type ResetPassword = z.infer<typeof resetPasswordBody>;
export type ChangeEmail = z.infer<typeof changeEmailBody>;
export type NewTenant = z.infer<typeof newTenantBody>;
export type Join = z.infer<typeof joinBody>;
export type NextStep = z.infer<typeof nextStep>;
