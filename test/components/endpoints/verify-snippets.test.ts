import { expect, test } from "vitest";
import { verifySnippets } from "#components/endpoints/verify-snippets.ts";
import { deliveryHeaders } from "#lib/delivery/headers.ts";
import { decodeSecret, newSecret } from "#lib/delivery/sign.ts";
import { freePort } from "#lib/launch/free-port.ts";
import { hasProgram, runProgram, startProgram, writeSnippet } from "#test/support/snippet.ts";
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
  const port = await freePort();
  const file = await writeSnippet("receiver.ts", codeOf("TypeScript").replace("4000", String(port)));
  using _receiver = startProgram(process.execPath, [file], { WEBHOOK_SECRET: secret });
  const post = (sent: Buffer) =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: headersFor(body),
      body: new Uint8Array(sent),
    });
  const answer = await waitFor("the receiver to listen", () => post(body));
  expect(answer.status).toBe(204);
  expect((await post(Buffer.from("{}"))).status).toBe(400);
});

test.skipIf(!hasProgram("python3"))("the Python receiver is Python", async () => {
  const file = await writeSnippet("receiver.py", codeOf("Python"));
  await runProgram("python3", ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file]);
});

test.skipIf(!hasProgram("gofmt"))("the Go receiver is formatted Go", async () => {
  expect(await runProgram("gofmt", ["-l", await writeSnippet("receiver.go", codeOf("Go"))])).toBe("");
});
