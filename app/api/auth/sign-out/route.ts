export { signOut as POST } from "#lib/api/account/sign-out.ts";
