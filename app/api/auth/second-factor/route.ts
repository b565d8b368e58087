export { giveCode as POST } from "#lib/api/account/sign-in.ts";
