import { idPrefixes, type Noun } from "#lib/contracts/ids.ts";
import { pool, prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import type { Schema } from "#test/support/api-document.ts";
import { insertMember } from "#test/support/people.ts";
import { lastHour } from "#test/support/replay-rows.ts";
import type { TestTenant } from "#test/support/tenant.ts";

/** What stands for each object of a tenant in paths, bodies and queries. */
export type Objects = Awaited<ReturnType<typeof makeObjects>>;

/** Two of everything, so that every list has a second page; answers the first of each. */
export async function makeObjects(tenant: TestTenant, name: string) {
  const { application, uid } = await makeSettings(tenant, `${name}-2`).then(() => makeSettings(tenant, name));
  const asOwner = await tenant.withRole("owner");
  const create = async (path: string, body: object) => (await asOwner("POST", path, body)).body;
  const endpoint = (await create("/endpoints", { url: `http://127.0.0.1:9/${name}`, application })).id;
  const event = (
    await create("/events", { type: "a.b", data: { holder: name }, application, id: `${name}-uid` })
  ).id;
  await create("/events", { type: "a.b", data: {}, application });
  const [delivery] = (await asOwner("GET", `/deliveries?event=${event}`)).body.data;
  await create(`/applications/${application}/portal-link`, {});
  const [newest] = (await asOwner("GET", "/emails")).body.data;
  return {
    application,
    uid,
    endpoint,
    event,
    delivery: delivery?.id ?? "",
    attempt: await insertAttempt(tenant),
    replay: (await create("/replays", lastHour({ endpoint }))).id,
    eventType: `${name}.only`,
    apiKey: (await create("/api-keys", { name })).id,
    member: (await insertMember(tenant.tenantId, "developer")).publicId,
    invitation: (await create("/invitations", { email: `${name}@example.com`, role: "viewer" })).id,
    email: newest?.id ?? "",
    inboxRequest: await insertInboxRequest(tenant),
    view: (await create("/views", { log: "events", name, query: "tag=eu", isShared: true })).id,
    portalSession: (await create(`/applications/${application}/portal-link`, {})).id,
  };
}

async function makeSettings(tenant: TestTenant, name: string) {
  const asOwner = await tenant.withRole("owner");
  const create = async (path: string, body: object) => (await asOwner("POST", path, body)).body;
  const uid = `${name}-customer`;
  const application = (await create("/applications", { name: `${name} customer`, uid })).id;
  await create("/endpoints", { url: `http://127.0.0.1:9/${name}`, application });
  await create("/event-types", { name: `${name}.only` });
  await create("/replays", lastHour({ application }));
  await create("/views", { log: "deliveries", name: `${name} view`, query: "status=failed", isShared: true });
  await create("/invitations", { email: `guest-of-${name}@example.com`, role: "viewer" });
  const email = { tenantId: tenant.tenantId, recipient: "a@b.c", subject: name, text: "y" };
  await prisma().$transaction((tx) => enqueueEmail(tx, email));
  await create("/catalogue-link", {});
  const alert = { tenantId: tenant.tenantId, cause: "test", reason: name };
  await prisma().alert.createMany({ data: [1, 2].map(() => ({ id: newId(), ...alert })) });
  return { application, uid };
}

async function insertAttempt({ tenantId }: TestTenant): Promise<string> {
  const id = newId();
  await pool().query(
    `INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, total_ms, started_at)
     SELECT $1, tenant_id, id, endpoint_id, 1, 'http://127.0.0.1:9/', '[]', 1, now() FROM deliveries
      WHERE tenant_id = $2 LIMIT 1`,
    [id, tenantId],
  );
  return toPublicId("attempt", id);
}

async function insertInboxRequest({ tenantId }: TestTenant): Promise<string> {
  const ids = [newId(), newId()] as const;
  await pool().query(
    `INSERT INTO inbox_requests (id, tenant_id, method, path, headers, body, body_bytes, signature, answer_status, delay_seconds)
     SELECT id, $2, 'POST', '/inbox/in_x', '[]', '', 0, 'unchecked', 200, 0 FROM unnest($1::uuid[]) AS id`,
    [ids, tenantId],
  );
  return toPublicId("inboxRequest", ids[1]);
}

/** Names of the same shape that nobody has. */
export const missing: Objects = {
  application: toPublicId("application", newId()),
  uid: "nobodys-customer",
  endpoint: toPublicId("endpoint", newId()),
  event: toPublicId("event", newId()),
  delivery: toPublicId("delivery", newId()),
  attempt: toPublicId("attempt", newId()),
  replay: toPublicId("replay", newId()),
  eventType: "nobodys.only",
  apiKey: toPublicId("apiKey", newId()),
  member: toPublicId("user", newId()),
  invitation: toPublicId("invitation", newId()),
  email: toPublicId("email", newId()),
  inboxRequest: toPublicId("inboxRequest", newId()),
  view: toPublicId("view", newId()),
  portalSession: toPublicId("portalSession", newId()),
};

/** What one might search for to find them. */
export function searchesFor(objects: Objects, name: string): string[] {
  return [
    ...Object.values(objects),
    `${name} customer`,
    `${name}-uid`,
    `holder:${name}`,
    `${name}@example.com`,
  ];
}

const nounsInPaths: Record<string, keyof Objects> = {
  events: "event",
  deliveries: "delivery",
  attempts: "attempt",
  endpoints: "endpoint",
  applications: "application",
  "event-types": "eventType",
  "api-keys": "apiKey",
  members: "member",
  invitations: "invitation",
  emails: "email",
  replays: "replay",
  inbox: "inboxRequest",
  "portal-sessions": "portalSession",
  views: "view",
};

/** Which object the path of an operation names; undefined when it names none. Throws for a noun it does not know. */
export function objectAt(path: string): keyof Objects | undefined {
  if (!path.includes("{")) return undefined;
  const noun = nounsInPaths[path.split("/")[1] ?? ""];
  if (!noun) throw new Error(`say which object ${path} names`);
  return noun;
}

/** Which object a value of this schema names; "any" for free text. */
export function nounOf({
  pattern,
  description,
  items,
  enum: choices,
  format,
  type,
}: Schema): Named | undefined {
  if (items) return nounOf(items);
  const prefix = /^\^([a-z]+)_\[0-7\]/.exec(pattern ?? "")?.[1];
  const noun = (Object.keys(idPrefixes) as Noun[]).find((each) => idPrefixes[each] === prefix);
  if (noun) return noun === "user" ? "member" : (noun as Named);
  if (/\bids?\b.*\buid\b/i.test(description ?? "") && pattern) return "application";
  if (/eventType|event type/i.test(description ?? "")) return "eventType";
  return type === "string" && !pattern && !choices && !format ? "any" : undefined;
}

export type Named = keyof Objects | "any";
