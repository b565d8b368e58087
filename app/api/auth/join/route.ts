export { join as POST } from "#lib/api/account/join.ts";
