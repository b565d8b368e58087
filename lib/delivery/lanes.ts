import { type Connection, closeConnection } from "./connection.ts";

/** The connections of one endpoint to what it delivers to, an origin or an inbox; `busy` counts its requests under way. */
export type Lane = { readonly id: string; readonly reach: string; idle: Connection[]; busy: number };

/** Keeps connections apart by endpoint: one is only ever reused for the endpoint that opened it. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  get size(): number {
    return this.#lanes.size;
  }

  /** Counts a request in; when that of an endpoint changed, its old connections are closed. */
  enter(id: string, reach: string): Lane {
    if (this.#lanes.get(id)?.reach !== reach) this.forget(id);
    const lane = this.#lanes.get(id) ?? { id, reach, idle: [], busy: 0 };
    this.#lanes.set(id, lane);
    lane.busy += 1;
    return lane;
  }

  /** Takes the most recently used idle connection that is still open. */
  take(lane: Lane): Connection | undefined {
    let connection = lane.idle.pop();
    while (connection?.socket.destroyed) connection = lane.idle.pop();
    return connection;
  }

  /** Keeps a connection for the next request of its lane, until it closes. */
  keep(lane: Lane, connection: Connection): void {
    const isCurrent = this.#lanes.get(lane.id) === lane;
    if (isCurrent && !connection.socket.destroyed) lane.idle.push(connection);
    else closeConnection(connection);
  }

  /** Lets go of a connection that has closed. */
  drop(lane: Lane, connection: Connection): void {
    lane.idle = lane.idle.filter((other) => other !== connection);
    this.#removeIfEmpty(lane);
  }

  /** Counts a request out. */
  leave(lane: Lane): void {
    lane.busy -= 1;
    this.#removeIfEmpty(lane);
  }

  /** Closes the idle connections of an endpoint now, and those in use when their request is over. */
  forget(id: string): void {
    const lane = this.#lanes.get(id);
    this.#lanes.delete(id);
    for (const connection of lane?.idle.splice(0) ?? []) closeConnection(connection);
  }

  forgetAll(): void {
    for (const id of [...this.#lanes.keys()]) this.forget(id);
  }

  #removeIfEmpty(lane: Lane): void {
    const isEmpty = lane.busy === 0 && lane.idle.length === 0;
    if (isEmpty && this.#lanes.get(lane.id) === lane) this.#lanes.delete(lane.id);
  }
}
