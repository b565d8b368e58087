export { changePassword as POST } from "#lib/api/account/change.ts";
