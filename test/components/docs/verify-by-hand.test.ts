import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byHandSnippets } from "#components/docs/verify-by-hand/by-hand-snippets.ts";
import { decodeSecret, newSecret, signatureHeader } from "#lib/delivery/sign.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-by-hand-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Case = { headers: Record<string, string>; secret: string; body: string };
const secret = newSecret();
const body = '{"type":"invoice.paid","data":{"name":"Zoë","amount":1.0}}';

function signed(signWith: string[], timestampSeconds = Math.floor(Date.now() / 1_000)): Case {
  const keys = signWith.map((each) => {
    const decoded = decodeSecret(each);
    if (decoded.kind === "malformed") throw new Error(decoded.reason);
    return decoded.key;
  });
  const id = "evt_01jd7w4c8xf0x9s3y6z1v2k5mn";
  const signature = signatureHeader({ id, timestampSeconds, body: Buffer.from(body), keys });
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": signature,
  };
  return { headers, secret, body };
}

const now = Math.floor(Date.now() / 1_000);
const good = signed([secret]);
const cases: [name: string, given: Case, isGood: boolean][] = [
  ["ours", good, true],
  ["ours during a rotation", signed([newSecret(), secret]), true],
  ["of another secret", signed([newSecret()]), false],
  ["with another body", { ...good, body: body.replace("1.0", "1") }, false],
  ["too old", signed([secret], now - 600), false],
  ["from the future", signed([secret], now + 600), false],
  ["without headers", { ...good, headers: {} }, false],
  [
    "with a timestamp that is none",
    { ...good, headers: { ...good.headers, "webhook-timestamp": "1e9" } },
    false,
  ],
  ["with half a signature", { ...good, headers: { ...good.headers, "webhook-signature": "v1,AAAA" } }, false],
];

const codeOf = (label: string) => byHandSnippets.find((snippet) => snippet.label === label)?.code ?? "";

test.each(cases)("the TypeScript of the page judges right a request %s", async (_, given, isGood) => {
  const file = join(folder, "verify.ts");
  await writeFile(file, codeOf("TypeScript"));
  const { isVerified } = await import(/* @vite-ignore */ file);
  expect(isVerified(given.secret, given.headers, Buffer.from(given.body))).toBe(isGood);
});

const python = commandOf("python3");

test.runIf(python)("the Python of the page judges all of them right", async () => {
  const judge = `import json, sys\nprint(json.dumps([is_verified(c["secret"], c["headers"], c["body"].encode()) for c in json.load(sys.stdin)]))\n`;
  const file = join(folder, "verify.py");
  await writeFile(file, `${codeOf("Python")}\n${judge}`);
  const input = JSON.stringify(cases.map(([, given]) => given));
  const answers: unknown = JSON.parse(execFileSync(python ?? "", [file], { input, encoding: "utf8" }));
  expect(answers).toEqual(cases.map(([, , isGood]) => isGood));
});

function commandOf(name: string): string | undefined {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return name;
  } catch {
    return undefined;
  }
}
