import type pg from "pg";
import { toPublicId } from "#lib/ids.ts";
import { insertTenant } from "#test/bench/rows/tenant.ts";
import type { TenantName } from "../ledgers/lines.ts";
import { crowdSize, crowdType } from "./cast.ts";

export type Tenants = Record<TenantName, { tenantId: string; applicationId: string; apiKey: string }>;

/** The crowd's endpoints by name, with their public ids. */
export type Crowd = { name: string; endpointId: string }[];

/** Three tenants straight into the tables, one of them with more endpoints than it is worth asking the API for. */
export async function createTenants(
  db: pg.Pool,
  receiverUrl: string,
): Promise<{ tenants: Tenants; crowd: Crowd }> {
  const names = Array.from({ length: crowdSize }, (_, place) => `crowd-${place}`);
  const rows = names.map((name) => ({ url: `${receiverUrl}/k/${name}`, type: crowdType }));
  const tenants = {
    loud: await insertTenant(db, []),
    quiet: await insertTenant(db, []),
    crowd: await insertTenant(db, rows),
  };
  const crowd = tenants.crowd.endpointIds.map((id, place) => ({
    name: `${names[place]}`,
    endpointId: toPublicId("endpoint", id),
  }));
  return { tenants, crowd };
}
