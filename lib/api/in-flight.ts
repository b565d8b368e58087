import { env } from "../env.ts";
import { AppError } from "../errors.ts";

type Tenant = { running: number; waiting: (() => void)[] };

const processGlobals = globalThis as { posthornInFlight?: Map<string, Tenant> };
const maxWaiting = 200;

/**
 * Runs a tenant's request when it is its turn: at most half of the database connections serve one tenant at a time, so
 * that nobody's slow requests keep the others out. Throws 429 when too many wait already.
 */
export async function inTurn<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const tenants = all();
  const tenant = tenants.get(tenantId) ?? { running: 0, waiting: [] };
  tenants.set(tenantId, tenant);
  await enter(tenant);
  try {
    return await work();
  } finally {
    const next = tenant.waiting.shift();
    if (next) next();
    else tenant.running -= 1;
    if (tenant.running === 0) tenants.delete(tenantId);
  }
}

function all(): Map<string, Tenant> {
  processGlobals.posthornInFlight ??= new Map();
  return processGlobals.posthornInFlight;
}

function enter(tenant: Tenant): Promise<void> | undefined {
  const slots = Math.max(2, Math.floor(env().dbPool / 2));
  if (tenant.running < slots) {
    tenant.running += 1;
    return undefined;
  }
  if (tenant.waiting.length >= maxWaiting) {
    const detail = "Too many of this tenant's requests are waiting already.";
    throw new AppError("rate_limited", { detail, retryAfterSeconds: 1 });
  }
  // Whoever leaves hands the slot on, so that nobody who comes later is faster.
  return new Promise((resolve) => tenant.waiting.push(resolve));
}
