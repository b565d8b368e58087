export { resetPassword as POST } from "#lib/api/account/reset.ts";
