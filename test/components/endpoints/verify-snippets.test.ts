import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { verifySnippets } from "#components/endpoints/verify-snippets.ts";
import { deliveryHeaders } from "#lib/delivery/headers.ts";
import { decodeSecret, newSecret } from "#lib/delivery/sign.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { hasProgram, runProgram, startProgram, succeeds, writeSnippet } from "#test/support/snippet.ts";
import { waitFor } from "#test/support/wait-for.ts";

const secret = newSecret();
const body = Buffer.from(
  '{"type":"invoice.paid","timestamp":"2026-11-24T10:00:00.000Z","data":{"amount":1.0}}',
);

function codeOf(label: string): string {
  return verifySnippets.find((snippet) => snippet.label === label)?.code ?? "";
}

/** Signed headers as every delivery has them. */
function headersFor(signed: Buffer): Record<string, string> {
  const decoded = decodeSecret(secret);
  if (decoded.kind === "malformed") throw new Error(decoded.reason);
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  const { "content-length": _, ...headers } = deliveryHeaders({
    version: "test",
    custom: {},
    id: "evt_1",
    timestampSeconds,
    body: signed,
    keys: [decoded.key],
  });
  return headers;
}

test("the TypeScript receiver, run as pasted, takes what we sign and refuses what was changed", async () => {
  const { file, port } = await writeReceiver("TypeScript", "receiver.ts");
  using _receiver = startProgram(process.execPath, [file], { WEBHOOK_SECRET: secret });
  await expectReceives(port);
});

const hasPythonLibrary = succeeds("python3", ["-c", "import standardwebhooks"]);

test.skipIf(!hasPythonLibrary)(
  "the Python receiver, run as pasted, takes what we sign and refuses what was changed",
  async () => {
    const { file, port } = await writeReceiver("Python", "receiver.py");
    using _receiver = startProgram("python3", [file], { WEBHOOK_SECRET: secret });
    await expectReceives(port);
  },
);

test.skipIf(!hasProgram("python3"))("the Python receiver is Python", async () => {
  const file = await writeSnippet("receiver.py", codeOf("Python"));
  await runProgram("python3", ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file]);
});

const goLibrary = fetchedGoModule("github.com/standard-webhooks/standard-webhooks/libraries");

test.skipIf(!goLibrary)(
  "the Go receiver, run as pasted, takes what we sign and refuses what was changed",
  { timeout: 300_000 },
  async () => {
    const { file, port } = await writeReceiver("Go", "main.go");
    const folder = dirname(file);
    const go = (...argv: string[]) => runProgram("go", ["-C", folder, ...argv], goLibrary?.env);
    await go("mod", "init", "receiver");
    await go("get", goLibrary?.name ?? "");
    await go("build", "-o", "receiver", ".");
    using _receiver = startProgram(join(folder, "receiver"), [], { WEBHOOK_SECRET: secret });
    await expectReceives(port);
  },
);

test.skipIf(!hasProgram("gofmt"))("the Go receiver is formatted Go", async () => {
  expect(await runProgram("gofmt", ["-l", await writeSnippet("receiver.go", codeOf("Go"))])).toBe("");
});

/** The receiver of a language as pasted, but for a port that is free. */
async function writeReceiver(label: string, name: string): Promise<{ file: string; port: number }> {
  const port = await freePort();
  return { file: await writeSnippet(name, codeOf(label).replace("4000", String(port))), port };
}

async function expectReceives(port: number): Promise<void> {
  const post = (sent: Buffer) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: headersFor(body),
      body: new Uint8Array(sent),
    });
  const answer = await waitFor("the receiver to listen", () => post(body));
  expect(answer.status).toBe(204);
  expect((await post(Buffer.from("{}"))).status).toBe(400);
}

type GoModule = { name: string; env: Record<string, string> };

/** A module that Go has fetched before, with what makes Go take it from there: no test fetches anything. */
function fetchedGoModule(path: string): GoModule | undefined {
  const { stdout } = spawnSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" });
  const modules = join(stdout?.trim() ?? "", "cache", "download");
  const versions = join(modules, path, "@v");
  const archive = existsSync(versions)
    ? readdirSync(versions).find((name) => name.endsWith(".zip"))
    : undefined;
  if (!archive) return undefined;
  return {
    name: `${path}@${basename(archive, ".zip")}`,
    env: { GOPROXY: `file://${modules}`, GOSUMDB: "off", GOFLAGS: "-mod=mod" },
  };
}
