import { describe, expect, test } from "vitest";
import { createSender } from "#lib/delivery/send.ts";
import { answerWith, okHead } from "./bad-manners.ts";
import { startRawReceiver } from "./raw-receiver.ts";
import { testSender } from "./test-sender.ts";

describe("the egress guard", () => {
  test.each([
    ["a forbidden literal", "http://10.0.0.1/", ["93.184.215.14"]],
    ["a forbidden name", "http://localhost/", ["127.0.0.1"]],
    ["a name with one forbidden address", "http://hooks.example.com/", ["127.0.0.1", "10.0.0.1"]],
    ["a scheme that is no HTTP", "ftp://127.0.0.1/", ["127.0.0.1"]],
  ])("refuses %s and tells the tenant nothing about the network", async (_, url, addresses) => {
    await using sender = testSender({ lookup: async () => addresses });
    const result = await sender.post({ url });
    expect(result.error).toEqual({
      kind: "blocked",
      message: "Blocked by egress policy",
      reason: expect.any(String),
    });
    expect(result).toMatchObject({ remoteAddress: null, response: null, timings: { connectMs: null } });
  });

  test("asks DNS once per connection, so a later answer cannot redirect it", async () => {
    await using receiver = await startRawReceiver({
      answer: answerWith(`${okHead}Content-Length: 0\r\n\r\n`),
    });
    const answers = [["127.0.0.1"], ["169.254.169.254"]];
    await using sender = testSender({ lookup: async () => answers.shift() ?? [] });
    const url = `http://rebind.example.com:${receiver.port}/`;
    expect((await sender.post({ url })).error).toBeNull();
    expect((await sender.post({ url, lane: "ep_2" })).error?.kind).toBe("blocked");
    expect(answers).toEqual([]);
  });
});

describe("the socket's own word", () => {
  // Linux takes a connection to 0.0.0.0 for one to loopback, so that the address vetted is not the one reached.
  test("is checked again before a byte is sent", async () => {
    await using receiver = await startRawReceiver({ answer: answerWith(`${okHead}\r\n`) });
    const policy = { allowHttp: true, allowCidrs: ["0.0.0.0/32"] };
    const sender = createSender({ policy, maxResponseBytes: 100, idleMs: 100 });
    const url = `http://0.0.0.0:${receiver.port}/`;
    const result = await sender.send({
      lane: "ep_1",
      url,
      headers: {},
      body: Buffer.from("{}"),
      timeoutMs: 2_000,
    });
    await sender.close();
    expect(result).toMatchObject({
      error: { kind: "blocked", reason: "0.0.0.0 led the socket to 127.0.0.1: loopback" },
      remoteAddress: null,
    });
    expect(receiver.requests).toEqual([]);
  });
});

describe("a connection that cannot be opened", () => {
  test("because the port is closed names who refused", async () => {
    const receiver = await startRawReceiver({});
    await receiver[Symbol.asyncDispose]();
    await using sender = testSender();
    const { error, remoteAddress } = await sender.post({ url: receiver.url });
    expect(error).toEqual({ kind: "connect", message: `connection refused by 127.0.0.1:${receiver.port}` });
    expect(remoteAddress).toBe("127.0.0.1");
  });

  test("because the name does not exist is a DNS failure", async () => {
    const notFound = Object.assign(new Error("queryA ENOTFOUND"), { code: "ENOTFOUND" });
    await using sender = testSender({ lookup: () => Promise.reject(notFound) });
    const { error } = await sender.post({ url: "http://hooks.example.com/" });
    expect(error).toEqual({ kind: "dns", message: "hooks.example.com does not exist in DNS" });
  });

  test("because a stored header is malformed is reported, not thrown", async () => {
    await using receiver = await startRawReceiver({ answer: answerWith(`${okHead}\r\n`) });
    await using sender = testSender();
    const { error } = await sender.post({ url: receiver.url, headers: { "x-a": "a\r\nb: c" } });
    expect(error?.kind).toBe("protocol");
    expect(receiver.requests).toHaveLength(0);
  });
});
