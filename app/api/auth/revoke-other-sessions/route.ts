export { revokeOthers as POST } from "#lib/api/account/sessions.ts";
