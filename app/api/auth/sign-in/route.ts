export { signIn as POST } from "#lib/api/account/sign-in.ts";
