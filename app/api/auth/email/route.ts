export { changeEmail as POST } from "#lib/api/account/change.ts";
