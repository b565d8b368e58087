import { redirect } from "next/navigation";
import { currentUser } from "#lib/auth/current-user.ts";
import { listTenants } from "#lib/tenants/list.ts";

/** The front door: to one's first tenant, to making one, or to signing in. */
export default async function FrontDoor() {
  const { id } = (await currentUser()) ?? redirect("/sign-in");
  const [first] = await listTenants(id);
  redirect(first ? `/${first.slug}` : "/new-tenant");
}
