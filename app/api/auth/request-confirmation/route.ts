export { requestConfirmation as POST } from "#lib/api/account/change.ts";
