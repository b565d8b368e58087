export { remove as POST } from "#lib/api/account/second-factor.ts";
