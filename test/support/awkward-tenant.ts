import { prisma } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { insertMember } from "./people.ts";
import { createTenantForTest, type Requester, type TestTenant } from "./tenant.ts";
import { waitFor } from "./wait-for.ts";

const rightToLeft = "מרכז החיובים הבינלאומי של נורת'ווינד בע״מ";
const emoji = "🚚👩‍👩‍👧‍👦🏳️‍🌈";
const unbroken = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Names that are as long as they may be, have no space, run from right to left, or are pictures. */
const names = [long(unbroken, 100), `${emoji} ${rightToLeft} ${emoji}`.slice(0, 100)] as const;
const eventType = long("invoice.very_long_word.", 127).replace(/\W$/, "x");

export type AwkwardTenant = TestTenant & { cookieOwner: { id: string }; paths: Record<string, string> };

/**
 * A tenant in which everything has a name that breaks a careless page, with an event that a running worker has sent to
 * `receiverUrl`, which refuses it, and has sent again by a replay.
 */
export async function createAwkwardTenant(receiverUrl: string): Promise<AwkwardTenant> {
  const tenant = await createTenantForTest();
  const { tenantId, slug, request } = tenant;
  await prisma().tenant.update({ where: { id: tenantId }, data: { name: names[0] } });
  const owner = await insertMember(tenantId, "owner");
  for (const name of names) await renameMember(tenantId, name);
  await createCatalogue(request);
  const application = await createApplication(request);
  const endpoint = await createEndpoint(request, application, receiverUrl);
  const event = await postEvent(request, application);
  const delivery = await findRetrying(request, endpoint);
  const replay = await replayAll(request, endpoint);
  await tenant.apiKey();
  for (const name of names) await request("POST", "/api-keys", { name, scopes: ["read"] });
  const paths = pathsOf(`/${slug}`, { application, endpoint, event, delivery, replay });
  return { ...tenant, cookieOwner: owner, paths };
}

async function renameMember(tenantId: string, name: string): Promise<void> {
  const { id } = await insertMember(tenantId, "viewer");
  const email = `${long(unbroken.toLowerCase().replace(/\W/g, ""), 60)}.${newId().slice(-6)}@example.com`;
  await prisma().user.update({ where: { id }, data: { name, email } });
}

async function createCatalogue(request: Requester): Promise<void> {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string", description: name }]));
  await make(request, "/event-types", {
    name: eventType,
    description: `${rightToLeft} ${emoji} ${unbroken} `.repeat(6),
    schema: { type: "object", properties: { ...properties, nested: { type: "object", properties } } },
  });
}

async function createApplication(request: Requester): Promise<string> {
  await make(request, "/applications", { name: `${rightToLeft} ${emoji}`, uid: long("a1", 128) });
  return make(request, "/applications", {
    name: long(unbroken, 200),
    metadata: { [long("key", 40)]: long(unbroken, 200) },
  });
}

async function createEndpoint(request: Requester, application: string, receiverUrl: string): Promise<string> {
  const url = `${receiverUrl}/${long("a-very-long-path/", 700)}?${long("token=", 600)}`;
  await make(request, "/endpoints", { url, description: `${rightToLeft} ${emoji}`.repeat(6), application });
  return make(request, "/endpoints", {
    url: `${url}&second`,
    description: long(unbroken, 500),
    eventTypes: [eventType, long("subscription.", 100), "*"],
    application,
  });
}

async function postEvent(request: Requester, application: string): Promise<string> {
  const tags = names.map((_, place) => long(`tag${place}-`, 100));
  const data = {
    [unbroken]: long(unbroken, 4_000),
    rightToLeft: rightToLeft.repeat(20),
    emoji: emoji.repeat(40),
  };
  return make(request, "/events", { type: eventType, id: long("own-id-", 250), application, tags, data });
}

async function findRetrying(request: Requester, endpoint: string): Promise<string> {
  return waitFor("an attempt that is refused", async () => {
    const { body } = await request("GET", `/deliveries?status=retrying&endpoint=${endpoint}`);
    return body.data[0]?.id;
  });
}

async function replayAll(request: Requester, endpoint: string): Promise<string> {
  const [since, until] = [-3_600_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
  const replay = await make(request, "/replays", { endpoint, status: ["retrying"], since, until });
  await waitFor("the replay to be over", async () => {
    const { body } = await request("GET", `/replays/${replay}`);
    return body.finishedAt;
  });
  return replay;
}

async function make(request: Requester, path: string, body: object): Promise<string> {
  const { status, body: made } = await request("POST", path, body);
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(made)}`);
  return String(made.id ?? made.name);
}

type Ids = Record<"application" | "endpoint" | "event" | "delivery" | "replay", string>;

function pathsOf(base: string, ids: Ids) {
  return {
    overview: base,
    endpoints: `${base}/endpoints`,
    endpoint: `${base}/endpoints/${ids.endpoint}`,
    "endpoint-settings": `${base}/endpoints/${ids.endpoint}/settings`,
    events: `${base}/events`,
    event: `${base}/events/${ids.event}`,
    deliveries: `${base}/deliveries`,
    delivery: `${base}/deliveries/${ids.delivery}`,
    replay: `${base}/replays/${ids.replay}`,
    "event-types": `${base}/event-types`,
    "event-type": `${base}/event-types/${eventType}`,
    applications: `${base}/applications`,
    application: `${base}/applications/${ids.application}`,
    "application-settings": `${base}/applications/${ids.application}/settings`,
    members: `${base}/settings/members`,
    "api-keys": `${base}/developers`,
    "audit-log": `${base}/settings/audit-log`,
    general: `${base}/settings`,
  };
}
