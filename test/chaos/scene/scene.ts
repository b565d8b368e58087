import type { TenantName } from "../ledgers/lines.ts";
import type { Member } from "../processes/member.ts";
import { Api } from "./api.ts";
import {
  crowdType,
  healthyParts,
  outagePart,
  type Part,
  pilePart,
  rotatedPart,
  troubledParts,
} from "./cast.ts";
import { Endpoints } from "./endpoints.ts";
import { createMember } from "./members.ts";
import { Monitor } from "./monitor.ts";
import type { Rig } from "./rig.ts";
import { type Crowd, createTenants, type Tenants } from "./tenants.ts";

/** The rig with webs and workers running, tenants and endpoints in place, and hands on all of it. */
export type Scene = Rig & {
  webs: Member[];
  workers: Member[];
  /** Two more workers, started when a fault asks for them. */
  spares: Member[];
  tenants: Tenants;
  apiKeys: Record<TenantName, string>;
  api: Api;
  endpoints: Endpoints;
  monitor: Monitor;
};

export async function openScene(rig: Rig): Promise<Scene> {
  const members = await createMembers(rig);
  const starting = Promise.all([...members.webs, ...members.workers].map((member) => member.start()));
  const from = Date.now();
  const { tenants, crowd } = await createTenants(rig.postgres.admin, rig.receiverUrl);
  await starting;
  const apiKeys = {
    loud: tenants.loud.apiKey,
    quiet: tenants.quiet.apiKey,
    crowd: tenants.crowd.apiKey,
  };
  const urls = members.webs.map((web) => web.url);
  const api = new Api(urls, apiKeys);
  const endpoints = new Endpoints(api, rig.journal);
  adoptCrowd(endpoints, crowd, from);
  const monitor = new Monitor(rig.postgres.admin);
  const scene = { ...rig, ...members, tenants, apiKeys, api, endpoints, monitor };
  for (const part of [...healthyParts, outagePart, rotatedPart, pilePart, ...troubledParts])
    await enter(scene, part);
  return scene;
}

/** Opens an endpoint for a part and has the receiver play it. */
export async function enter({ receiver, endpoints, receiverUrl, farUrl }: Scene, part: Part): Promise<void> {
  await receiver.ask("behave", { endpoint: part.name, behaviour: part.behaviour });
  await endpoints.create(part, part.isFar ? farUrl : receiverUrl);
}

async function createMembers(rig: Rig) {
  const [webs, workers, spares] = await Promise.all([
    Promise.all([
      createMember(rig, { kind: "web", name: "web-1", isWired: true }),
      createMember(rig, { kind: "web", name: "web-2" }),
    ]),
    Promise.all([
      createMember(rig, { kind: "worker", name: "worker-1", isWired: true }),
      createMember(rig, { kind: "worker", name: "worker-2" }),
    ]),
    Promise.all(["worker-3", "worker-4"].map((name) => createMember(rig, { kind: "worker", name }))),
  ]);
  return { webs, workers, spares };
}

function adoptCrowd(endpoints: Endpoints, crowd: Crowd, from: number): void {
  const same = {
    tenant: "crowd",
    application: "default",
    state: "open",
    eventTypes: [crowdType],
    maxInFlight: 16,
  } as const;
  for (const { name, endpointId } of crowd)
    endpoints.adopt(from, { ...same, eventTypes: [crowdType], endpoint: name, endpointId });
}
