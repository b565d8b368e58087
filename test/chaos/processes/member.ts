import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppProcess } from "#test/support/app-process.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { keepLines } from "./keep-lines.ts";
import { firstOrderVariable, type Order } from "./orders.ts";

export type Kind = "web" | "worker";

export type Settings = {
  kind: Kind;
  name: string;
  /** Where a web answers. */
  url: string;
  /** Its whole environment beside the harness's own. */
  env: Record<string, string>;
  /** Where what it printed is kept once it has ended. */
  dir: string;
  /** Told when it ends by itself. */
  onDeath: (member: Member, lastLines: string[]) => void;
};

const files = { web: "server.ts", worker: "worker/index.ts" };
const preload = pathToFileURL(new URL("preload.ts", import.meta.url).pathname).href;

/** A place for one web or worker, which is started, ended and started again under the same name. */
export class Member {
  readonly kind: Kind;
  readonly name: string;
  readonly url: string;
  readonly #settings: Settings;
  #process: AppProcess | undefined;
  /** The process whose end is no surprise. */
  #doomed: AppProcess | undefined;

  constructor(settings: Settings) {
    this.kind = settings.kind;
    this.name = settings.name;
    this.url = settings.url;
    this.#settings = settings;
  }

  get isRunning(): boolean {
    return this.#process?.isRunning ?? false;
  }

  /** Starts the process, with an order to obey from the start if one is given, and resolves when it is ready. */
  async start(order?: Order): Promise<void> {
    this.launch(order);
    await this.ready();
  }

  launch(order?: Order): void {
    const env = {
      ...this.#settings.env,
      NODE_OPTIONS: `--import=${preload}`,
      ...(order ? { [firstOrderVariable]: JSON.stringify(order) } : {}),
    };
    const started = new AppProcess(files[this.kind], env);
    this.#process = started;
    keepLines(started, join(this.#settings.dir, `${this.name}.log`));
    void started.exited.then(() => {
      if (this.#doomed !== started) this.#settings.onDeath(this, started.lines.slice(-12));
    });
  }

  /** Resolves when it says that it is ready; also when it has ended before that, as a doomed one may. */
  async ready(): Promise<void> {
    const started = this.#process;
    const isReady = () =>
      !started?.isRunning || started.lines.some((line) => line.includes(`${this.kind} ready`));
    await waitFor(`${this.name} to be ready`, isReady, { timeoutMs: 60_000 });
  }

  order(order: Order): void {
    if (order.order === "crash-at") this.#doomed = this.#process;
    this.#process?.tell(order);
  }

  /** Takes back a crash that has not come. */
  disarm(): void {
    const spared = this.#process;
    this.order({ order: "disarm" });
    // It may be dying at this very moment.
    setTimeout(() => {
      if (this.#doomed === spared && this.isRunning) this.#doomed = undefined;
    }, 500).unref();
  }

  /** Resolves when the process ends, or after `withinMs`; says whether it ended. */
  async ended(withinMs: number): Promise<boolean> {
    const late = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
    await Promise.race([this.#process?.exited, late]);
    return !this.isRunning;
  }

  signal(name: "SIGSTOP" | "SIGCONT"): void {
    this.#process?.signal(name);
  }

  async kill(): Promise<void> {
    this.#doomed = this.#process;
    await this.#process?.kill("SIGKILL");
  }

  /** Asks it to stop and resolves with its exit code. */
  async stop(): Promise<number | null> {
    this.#doomed = this.#process;
    return (await this.#process?.stop()) ?? null;
  }
}
