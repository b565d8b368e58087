import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signatureOf } from "#components/attempts/signature-of.ts";
import { isInline, savedBodyName, signatureSnippets } from "#components/attempts/signature-snippets.ts";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { closeDatabases } from "#lib/db.ts";
import { newSecret } from "#lib/delivery/sign.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { hasProgram, runProgram, writeSnippet } from "#test/support/snippet.ts";
import { createTenantForTest, type Requester } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

const languages: [label: string, program: string, file: string, argv: string[]][] = [
  ["TypeScript", process.execPath, "check.ts", []],
  ["Python", "python3", "check.py", []],
  ["Go", "go", "check.go", ["run"]],
];
/** Go tells its version by a command of its own. */
const isThere = (program: string) => hasProgram(program) && (program !== "go" || hasProgram("gofmt"));

const hostile = `{"it's":"\\"$HOME\\" \`id\` \\\\u00e9 \\ud800 %d 🎺 שלום \u202e\ufeff\u2028","n":12345678901234567890,"b":1.0}`;
const long = JSON.stringify({ text: "lang genug. ".repeat(1_000) });

let receiver: Receiver;
let worker: RunningWorker;
let request: Requester;
let secret: string;
let former: string;

beforeAll(async () => {
  receiver = await createReceiver();
  worker = await runWorker();
  request = (await createTenantForTest()).request;
  former = newSecret();
  const { body } = await request("POST", "/endpoints", { url: receiver.url, secret: former });
  const rotated = await request("POST", `/endpoints/${body.id}/secret/rotate`, { overlapSeconds: 3_600 });
  secret = (rotated.body as unknown as { secret: string }).secret;
});

afterAll(async () => {
  await worker.stop();
  await receiver.close();
  await closeDatabases();
});

/** Posts an event, and answers with the attempt of it as the API shows it, signed under two secrets. */
async function delivered(data: string): Promise<Attempt> {
  const posted = await request("POST", "/events", `{"type":"invoice.paid","data":${data}}`);
  const attemptId = await waitFor("the attempt", async () => {
    const [delivery] = (await request("GET", `/deliveries?event=${posted.body.id}`)).body.data;
    const { body } = await request("GET", `/deliveries/${delivery?.id}`);
    return (body as unknown as { attempts: { id: string }[] }).attempts[0]?.id;
  });
  return (await request("GET", `/attempts/${attemptId}`)).body as unknown as Attempt;
}

function snippetsOf(attempt: Attempt) {
  const signature = signatureOf(attempt);
  if (!signature) throw new Error("the attempt has no signature");
  expect(signature.items).toHaveLength(2);
  return signatureSnippets({ signature, body: attempt.request.body });
}

function codeOf(attempt: Attempt, label: string): string {
  return snippetsOf(attempt).find((snippet) => snippet.label === label)?.code ?? "";
}

// The first Go program of a machine compiles Go's own packages.
const timeout = 300_000;

describe.each(languages)("the %s check, run as pasted,", { timeout }, (label, program, name, argv) => {
  const run = async (code: string, given = secret) => {
    const path = await writeSnippet(name, code);
    return runProgram(program, [...argv, path], { WEBHOOK_SECRET: given });
  };

  test.skipIf(!isThere(program))("verifies a real delivery under each secret that signed it", async () => {
    const code = codeOf(await delivered(hostile), label);
    for (const given of [secret, former]) expect(await run(code, given)).toMatch(/^Verified/);
  });

  test.skipIf(!isThere(program))("refuses a changed body, and another secret", async () => {
    const code = codeOf(await delivered(hostile), label);
    await expect(run(code.replace("12345678901234567890", "12345678901234567891"))).rejects.toThrow();
    await expect(run(code, newSecret())).rejects.toThrow();
  });

  test.skipIf(!isThere(program))("reads a long body from the file it was saved as", async () => {
    const attempt = await delivered(long);
    expect(isInline(attempt.request.body)).toBe(false);
    const path = await writeSnippet(name, codeOf(attempt, label));
    const saved = join(dirname(path), savedBodyName);
    // Programs run where they stand.
    const runThere = () =>
      runProgram("sh", ["-c", 'cd "$1" && shift && exec "$@"', "sh", dirname(path), program, ...argv, path], {
        WEBHOOK_SECRET: secret,
      });
    await writeFile(saved, attempt.request.body.text ?? "");
    expect(await runThere()).toMatch(/^Verified/);
    await writeFile(saved, `${attempt.request.body.text} `);
    await expect(runThere()).rejects.toThrow();
  });
});

test.skipIf(!hasProgram("gofmt"))("the Go checks are formatted Go", async () => {
  for (const data of [hostile, long]) {
    const path = await writeSnippet("check.go", codeOf(await delivered(data), "Go"));
    expect(await runProgram("gofmt", ["-l", path])).toBe("");
  }
});

test("no check holds a secret, nor a character that cannot be seen", async () => {
  const attempt = await delivered(hostile);
  for (const { code } of snippetsOf(attempt)) {
    for (const each of [secret, former]) expect(code).not.toContain(each.slice("whsec_".length));
    expect(code).not.toMatch(/[\u202e\ufeff\u2028]/);
  }
});
