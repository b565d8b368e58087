export { accept as POST } from "#lib/api/account/join.ts";
