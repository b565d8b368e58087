import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import type { StreamMessage } from "#lib/contracts/stream.ts";
import { streamMessage } from "#lib/contracts/stream.ts";
import { waitFor } from "./wait-for.ts";

export type Heard = StreamMessage & { id: string | undefined };

/** A client of `GET /stream` over real HTTP that keeps all it hears; every message is held to the contract. */
export class StreamClient {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly heard: Heard[] = [];
  comments = 0;
  isOver = false;
  readonly #request: ClientRequest;

  private constructor(request: ClientRequest, response: IncomingMessage) {
    this.#request = request;
    this.status = response.statusCode ?? 0;
    this.headers = response.headers;
    let rest = "";
    response.setEncoding("utf8").on("data", (text) => {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.#take(block);
    });
    for (const end of ["end", "error", "close"])
      response.on(end, () => {
        this.isOver = true;
      });
  }

  /** Opens a stream at `url` (below `/api/v1` is added); resolves with the headers of the answer. */
  static async open(url: string, headers: Record<string, string>, query = ""): Promise<StreamClient> {
    const request = httpRequest(`${url}/api/v1/stream${query}`, { headers }).end();
    request.on("error", () => undefined);
    const [response] = await once(request, "response");
    return new StreamClient(request, response);
  }

  /** Resolves when it may be relied on: from here on nothing is missed. */
  async ready(): Promise<this> {
    await waitFor("the first message of the stream", () => this.heard[0]);
    return this;
  }

  /** The first message that the test takes, waiting for it if need be. */
  next(description: string, takes: (message: Heard) => boolean): Promise<Heard> {
    return waitFor(description, () => this.heard.find(takes));
  }

  /** Resolves once the changes of this kind have named `id`. */
  told(kind: "event" | "delivery" | "endpoint" | "replay", id: string): Promise<Heard> {
    return this.next(`word of ${id}`, (message) => this.#names(message, kind, id));
  }

  /** All ids that changes have named so far. */
  get named(): string[] {
    return this.heard.flatMap((message) => (message.type === "changed" ? (message.ids ?? []) : []));
  }

  get lastId(): string {
    return this.heard.findLast(({ id }) => id !== undefined)?.id ?? "";
  }

  /** Resolves when the server has ended it. */
  async over(): Promise<void> {
    await waitFor("the stream to end", () => this.isOver);
  }

  close(): void {
    this.#request.destroy();
  }

  #names(message: Heard, kind: string, id: string): boolean {
    return message.type === "changed" && message.kind === kind && (message.ids?.includes(id) ?? false);
  }

  #take(block: string): void {
    const fieldOf = (field: string) => new RegExp(`^${field}: (.*)$`, "m").exec(block)?.[1];
    const data = fieldOf("data");
    if (data === undefined) this.comments += 1;
    else this.heard.push({ ...streamMessage.parse(JSON.parse(data)), id: fieldOf("id") });
  }
}
