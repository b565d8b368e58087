import { newSecret } from "#lib/delivery/sign.ts";
import type { EndpointChange, Journal } from "../ledgers/journal.ts";
import type { Api } from "./api.ts";
import type { Part } from "./cast.ts";

type Known = Omit<EndpointChange, "from" | "to" | "kind">;
type Settings = { eventTypes?: string[]; disabled?: boolean; paused?: boolean; url?: string };

/** Creates and changes endpoints by the API and writes down when, so that it is known what each event owes to whom. */
export class Endpoints {
  readonly #api: Api;
  readonly #journal: Journal;
  readonly #known = new Map<string, Known>();
  #edits = 0;

  constructor(api: Api, journal: Journal) {
    this.#api = api;
    this.#journal = journal;
  }

  async create(part: Part, receiverUrl: string): Promise<void> {
    const from = Date.now();
    const { name, tenant, eventTypes, maxInFlight } = part;
    const secret = newSecret();
    const body = {
      url: `${receiverUrl}/k/${name}`,
      eventTypes,
      maxInFlight,
      secret,
      metadata: { part: name },
    };
    const { body: created } = await this.#api.call({ tenant, method: "POST", path: "/endpoints", body });
    this.#journal.add({ kind: "secret", endpoint: name, secret, overlapSeconds: 0, from, to: Date.now() });
    this.#note(from, {
      endpoint: name,
      endpointId: created.id,
      tenant,
      application: "default",
      state: "open",
      eventTypes,
      maxInFlight,
    });
  }

  /** Notes an endpoint that came into being without the API. */
  adopt(from: number, known: Known): void {
    this.#note(from, known);
  }

  get(name: string): Known {
    const known = this.#known.get(name);
    if (!known) throw new Error(`there is no endpoint ${name}`);
    return known;
  }

  /** All that ever were, by the beginning of their names. */
  names(beginning: string): string[] {
    return [...this.#known.keys()].filter((name) => name.startsWith(beginning));
  }

  isOpen(name: string): boolean {
    return this.#known.get(name)?.state === "open";
  }

  async change(name: string, settings: Settings): Promise<void> {
    const from = Date.now();
    const known = this.get(name);
    const path = `/endpoints/${known.endpointId}`;
    const { status } = await this.#api.call({ tenant: known.tenant, method: "PATCH", path, body: settings });
    if (status !== 200) this.#journal.surprise(`changing ${name} was answered ${status}`);
    const state = settings.disabled === undefined ? known.state : settings.disabled ? "disabled" : "open";
    this.#note(from, { ...known, state, eventTypes: settings.eventTypes ?? known.eventTypes });
  }

  /** Gives it an address it did not have before, as somebody does who has mended the receiver. */
  mend(name: string, receiverUrl: string): Promise<void> {
    this.#edits += 1;
    return this.change(name, { url: `${receiverUrl}/k/${name}/${this.#edits}` });
  }

  async remove(name: string): Promise<void> {
    const from = Date.now();
    const known = this.get(name);
    await this.#api.call({
      tenant: known.tenant,
      method: "DELETE",
      path: `/endpoints/${known.endpointId}`,
    });
    this.#note(from, { ...known, state: "deleted" });
  }

  #note(from: number, known: Known): void {
    this.#known.set(known.endpoint, known);
    this.#journal.add({ kind: "endpoint", ...known, from, to: Date.now() });
  }
}
