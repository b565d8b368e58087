export { signUp as POST } from "#lib/api/account/sign-up.ts";
