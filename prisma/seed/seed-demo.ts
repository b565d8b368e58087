import { pool, prisma } from "#lib/db.ts";
import { loadTargets } from "#lib/endpoints/load-targets.ts";
import { env } from "#lib/env.ts";
import { prepareDatabase } from "#lib/migrate/prepare-database.ts";
import { writeAuditTrail } from "./audit-trail.ts";
import { createHistory, type SeededEndpoint } from "./build-history.ts";
import { clearHistory } from "./clear-history.ts";
import { demoPeople, prepareTenant } from "./demo-people.ts";
import { prepareApiKeys, prepareApplications, prepareEndpoint, prepareEventTypes } from "./demo-settings.ts";
import { demoEndpoints } from "./endpoints.ts";
import { createRandom } from "./random.ts";
import { writeReplays } from "./replays.ts";
import { settleEndpoints } from "./settle-endpoints.ts";
import { timesOfEvents } from "./timeline.ts";
import { type Owners, writeHistory } from "./write-history.ts";

const dayMs = 86_400_000;
const historyDays = 30;
const batchSize = 1_000;

export type Seeding = { events: number; password: string; now: Date };

/**
 * Makes the demo tenant with up to 30 days of history, never longer than events are kept. Safe to repeat: people and
 * settings stay as they are found, passwords are set anew, and the logs are made anew up to `now`.
 */
export async function seedDemo({ events, password, now }: Seeding) {
  const { databaseUrl, retentionDays } = env();
  await prepareDatabase({ databaseUrl, retentionDays });
  const { tenant, applications, endpoints } = await prepareSettings(password, now);
  await clearHistory(tenant.id);
  const targets = await loadTargets(
    pool(),
    endpoints.map((endpoint) => endpoint.id),
  );
  const days = Math.min(historyDays, retentionDays);
  const counts = await makeHistory(
    { tenantId: tenant.id, applications, targets },
    { endpoints, events, days, now },
  );
  await writeReplays({ tenantId: tenant.id, now });
  return { slug: tenant.slug, tenantId: tenant.id, counts, people: demoPeople };
}

function prepareSettings(password: string, now: Date) {
  const begunAt = new Date(now.getTime() - 65 * dayMs);
  return prisma().$transaction(
    async (tx) => {
      const tenant = await prepareTenant(tx, password);
      const setting = { tenantId: tenant.id, begunAt };
      const applications = await prepareApplications(tx, setting);
      await prepareEventTypes(tx, setting);
      await prepareApiKeys(tx, setting);
      const endpoints: SeededEndpoint[] = [];
      for (const endpoint of demoEndpoints(now))
        endpoints.push(await prepareEndpoint(tx, { ...setting, applications, endpoint }));
      if (tenant.isNew) await writeAuditTrail(tx, { tenant, endpoints, now });
      return { tenant, applications, endpoints };
    },
    { timeout: 30_000 },
  );
}

type Scope = { endpoints: readonly SeededEndpoint[]; events: number; days: number; now: Date };

async function makeHistory(owners: Owners, { endpoints, events: count, days, now }: Scope) {
  const random = createRandom(2_026);
  const history = createHistory({ endpoints, now, random });
  const times = timesOfEvents(random, { count, days, now });
  const counts = { events: 0, deliveries: 0, attempts: 0 };
  for (let from = 0; from < times.length; from += batchSize) {
    const events = times.slice(from, from + batchSize).map((at) => history.eventAt(at));
    await writeHistory(owners, events);
    const deliveries = events.flatMap((event) => event.deliveries);
    counts.events += events.length;
    counts.deliveries += deliveries.length;
    counts.attempts += deliveries.reduce((sum, delivery) => sum + delivery.attempts.length, 0);
  }
  await settleEndpoints({ endpoints, disabledAt: history.disabledAt });
  return counts;
}
