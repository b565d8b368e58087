import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curlCommand, secretHeaders } from "#components/attempts/curl-command.ts";
import type { HttpRequest } from "#lib/contracts/http-message.ts";
import { getSignedRequest } from "#lib/deliveries/get-signed-request.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";
import { hasProgram, writeSnippet } from "#test/support/snippet.ts";

let receiver: Receiver;
beforeAll(async () => {
  receiver = await createReceiver();
});
afterAll(() => receiver.close());

const shells = ["sh", "bash", "zsh"].filter(hasProgram);
const hasCurl = hasProgram("curl");

/** Runs a command as pasted and answers with what the receiver got of it. */
async function received(command: string, { shell = "sh", env = {} } = {}) {
  const seen = receiver.requests.length;
  const file = await writeSnippet("request.sh", command);
  await promisify(execFile)(shell, [file], { env: { ...process.env, ...env } });
  return (await receiver.waitFor(seen + 1))[seen];
}

function requestOf(text: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  const body = { text, base64: null, bytes: Buffer.byteLength(text), truncated: false };
  const headers: [string, string][] = [["content-type", "application/json"]];
  return { method: "POST", url: receiver.url, headers, body, ...changes };
}

const bodies: [what: string, text: string][] = [
  ["quotes, dollars, backticks and exclamation marks", `{"it's":"\\"$HOME\\" \`id\` !! $(id) \\\\ %s %%"}`],
  ["line feeds and no line feed at the end", '{\n  "a": 1\n}'],
  ["a line feed at the end", '{"a":1}\n'],
  ["tabs and carriage returns", '{\r\n\t"a": "100 %d \\\\ \\u0007"\r\n}'],
  ["other scripts and emoji", '{"a":"Ünïcödé שלום 日本 👩‍👩‍👧 \u2028\ufeff"}'],
  ["an at sign first", "@/etc/passwd"],
  ["more than an argument may hold", `{"a":"${"it's 50 % 🎺 ".repeat(20_000)}"}`],
  ["nothing", ""],
];

describe.skipIf(!hasCurl).each(shells)("in %s the command sends", (shell) => {
  test.each(bodies)("%s, byte for byte", async (_, text) => {
    const request = await received(curlCommand(requestOf(text)), { shell });
    expect(request?.body.equals(Buffer.from(text))).toBe(true);
    expect(request?.headers["content-type"]).toBe("application/json");
  });
});

describe.skipIf(!hasCurl)("the command", () => {
  test("keeps a URL as it stands, with quotes, braces and brackets", async () => {
    const url = `${receiver.url}/o'brien?a[]=1&b={x,y}&c=$HOME`;
    expect((await received(curlCommand(requestOf("{}", { url }))))?.path).toBe(
      "/hook/o'brien?a[]=1&b={x,y}&c=$HOME",
    );
  });

  test("takes the value of a secret header from a variable, and does without it", async () => {
    const request = requestOf("{}", {
      headers: [
        ["path", "••••"],
        ["x-api.key", "••••"],
      ],
    });
    expect(secretHeaders(request.headers)).toEqual([
      { name: "path", variable: "HEADER_PATH" },
      { name: "x-api.key", variable: "HEADER_X_API_KEY" },
    ]);
    const sent = await received(curlCommand(request), { env: { HEADER_X_API_KEY: "it's $1" } });
    expect(sent?.headers["x-api.key"]).toBe("it's $1");
    expect(sent?.headers).not.toHaveProperty("path");
  });

  test("of a delivery made days ago is taken by a receiver that verifies signature and time", async () => {
    const tenant = await insertTenant();
    const { id: endpointId, secret } = await insertEndpoint(tenant, { url: receiver.url });
    const data = '{\r\n\t"it\'s": "100 %", "n": 12345678901234567890, "b": 1.0}';
    const event = await insertEvent(tenant, { data, at: new Date(Date.now() - 2 * 86_400_000) });
    const delivery = await insertDelivery(tenant, { event, endpointId, status: "failed" });
    const signed = await getSignedRequest(tenant.ctx, { id: toPublicId("delivery", delivery) });
    const request = await received(curlCommand(signed));
    expect(request?.body.toString()).toContain(data);
    expect(() =>
      new Webhook(secret).verify(request?.body.toString() ?? "", request?.headers ?? {}),
    ).not.toThrow();
    expect(() => new Webhook(secret).verify(`${request?.body} `, request?.headers ?? {})).toThrow();
  });
});
