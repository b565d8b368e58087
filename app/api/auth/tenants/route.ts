export { addTenant as POST } from "#lib/api/account/add-tenant.ts";
