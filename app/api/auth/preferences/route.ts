export { changePreferences as POST } from "#lib/api/account/change.ts";
