export { revoke as POST } from "#lib/api/account/sessions.ts";
