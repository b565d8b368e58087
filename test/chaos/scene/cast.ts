import type { TenantName } from "../ledgers/lines.ts";
import { type Behaviour, flaky, hanging, obedient, ragged, slow } from "../processes/behaviour.ts";

/** An endpoint with a part to play. */
export type Part = {
  name: string;
  tenant: TenantName;
  eventTypes: string[];
  behaviour: Behaviour;
  maxInFlight: number;
  /** Reached over a wire that can go black. */
  isFar?: true;
};

const loud = { tenant: "loud" as const, eventTypes: ["order.*"], behaviour: obedient, maxInFlight: 16 };

/** Endpoints that do everything right all the time: what others suffer must not reach them. */
export const healthyParts: Part[] = [
  { ...loud, name: "steady-0" },
  { ...loud, name: "steady-1", eventTypes: ["*"] },
  { ...loud, name: "steady-2", eventTypes: ["order.created"] },
  { ...loud, name: "quiet-0", tenant: "quiet", eventTypes: ["quiet.*"] },
];

export const outagePart: Part = { ...loud, name: "outage-0" };
export const rotatedPart: Part = { ...loud, name: "rotated-0" };
/** Disabled and enabled to make open deliveries canceled. */
export const toggledPart: Part = { ...loud, name: "toggled-0", eventTypes: ["order.paid"] };
/** Gets a long backlog all at once and takes it slowly. */
export const pilePart: Part = { ...loud, name: "pile-0", eventTypes: ["pile.item"], behaviour: { ...slow } };

/** Has been failing since before retention. */
export const oldPart: Part = { ...loud, name: "old-0", eventTypes: ["old.item"], behaviour: flaky };

export const troubledParts: Part[] = [
  { ...loud, name: "flaky-0", behaviour: flaky },
  { ...loud, name: "slow-0", eventTypes: ["order.created"], behaviour: slow },
  { ...loud, name: "ragged-0", eventTypes: ["order.paid"], behaviour: ragged },
  { ...loud, name: "hanging-0", eventTypes: ["order.paid"], behaviour: hanging },
  { ...loud, name: "narrow-0", eventTypes: ["order.paid"], behaviour: slow, maxInFlight: 2 },
  { ...loud, name: "far-0", isFar: true },
  toggledPart,
  oldPart,
];

/** Opened, edited, paused, disabled and deleted while events come in. */
export const churnPart: Omit<Part, "name"> = loud;
export const churnCount = 3;

/** More than an accept expands by itself. */
export const crowdSize = 520;
export const crowdType = "crowd.news";
