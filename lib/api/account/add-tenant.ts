import { newTenantBody } from "../../contracts/account.ts";
import { addTenant as addTenantOf } from "../../users/add-tenant.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/tenants`: another tenant, owned by whoever asks. */
export const addTenant = accountRoute(newTenantBody, async ({ body, request }) => {
  const { slug } = await addTenantOf((await requireSession(request)).id, body);
  return { redirectTo: `/${slug}` };
});
