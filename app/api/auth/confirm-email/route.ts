export { confirmEmail as POST } from "#lib/api/account/change.ts";
