export { changeName as POST } from "#lib/api/account/change.ts";
