export { requestReset as POST } from "#lib/api/account/reset.ts";
