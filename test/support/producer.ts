import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Bootstrapped = { tenantId: string; applicationId: string; apiKey: string; url: string };

/** Runs `npm run bootstrap -- … --json` on the given database, as an operator would, and reads what it prints. */
export async function bootstrap(
  env: Record<string, string>,
  { email = "ada@example.com", password = "correct horse battery", tenant = "Acme", cwd = "." } = {},
): Promise<Bootstrapped> {
  const argv = [
    "run",
    "--silent",
    "bootstrap",
    "--",
    "--email",
    email,
    "--password",
    password,
    "--tenant",
    tenant,
    "--json",
  ];
  const { stdout } = await run("npm", argv, { cwd, env: { ...process.env, ...env } });
  return JSON.parse(stdout.slice(stdout.indexOf("{")));
}

export type Answered<Body> = { status: number; headers: Headers; body: Body };

/** A producer's backend: calls the API of one web with one key. */
export class Producer {
  readonly #url: string;
  readonly #apiKey: string;

  constructor(url: string, apiKey: string) {
    this.#url = url;
    this.#apiKey = apiKey;
  }

  /** Calls the API; `body` is sent as JSON, a string as it is. */
  async call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered<Body>> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#apiKey}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === "" ? undefined : JSON.parse(text)) as Body,
    };
  }
}
