import { describe, expect, test } from "vitest";
import { checkUrl } from "#lib/delivery/guard.ts";
import { createSender } from "#lib/delivery/send.ts";
import { answerWith, okHead } from "./bad-manners.ts";
import { startRawReceiver } from "./raw-receiver.ts";

const token = `in_${"a".repeat(26)}`;
const inboxes = "http://localhost:3000/inbox/";
const policy = { allowHttp: false, allowCidrs: [], inboxes };

describe("the URL of an inbox is the one exception of the egress guard", () => {
  test.each([inboxes + token, `${inboxes}${token}?status=503&delay=2`])("%s may be sent to", (url) => {
    expect(checkUrl(url, policy).kind).toBe("allowed");
  });

  test.each([
    "http://localhost:3000/",
    "http://localhost:3000/inbox/",
    "http://localhost:3000/api/v1/endpoints",
    `http://localhost:3000/inbox/${token}/../../api/v1/endpoints`,
    `http://localhost:3000/inbox/${token}/more`,
    `http://localhost:3000/inbox/%2e%2e/api/v1`,
    `http://localhost:3000/inbox/${token}%2f..%2f..`,
    `http://localhost:3000/inbox/${token}#fragment`,
    `http://localhost:3000/inbox/${token}?status=503#fragment`,
    `http://localhost:3000/inbox/x${token}`,
    `http://localhost:3000/inbox/in_short`,
    `http://user@localhost:3000/inbox/${token}`,
    `http://localhost:3001/inbox/${token}`,
    `https://localhost:3000/inbox/${token}`,
    `http://localhost.:3000/inbox/${token}`,
    `http://127.0.0.1:3000/inbox/${token}`,
    `http://localhost:3000//inbox/${token}`,
    `http://localhost:3000/portal/inbox/${token}`,
  ])("%s stays blocked", (url) => {
    expect(checkUrl(url, policy).kind).toBe("blocked");
  });

  test("a request to it goes to this process's own receiver and nowhere else, whatever its host is", async () => {
    await using receiver = await startRawReceiver({
      answer: answerWith(`${okHead}Content-Length: 0\r\n\r\n`),
    });
    const elsewhere = "https://hooks.example.com/inbox/";
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      return ["127.0.0.1"];
    };
    const sender = createSender({
      policy: { ...policy, inboxes: elsewhere },
      inboxPort: receiver.port,
      maxResponseBytes: 100,
      idleMs: 100,
      lookup,
    });
    const request = { lane: "ep_1", headers: {}, body: Buffer.from("{}"), timeoutMs: 2_000 };
    const result = await sender.send({ ...request, url: elsewhere + token });
    const beside = await sender.send({ ...request, url: "https://hooks.example.com/healthz" });
    await sender.close();
    expect(result).toMatchObject({ error: null, response: { status: 200 } });
    expect(beside.error?.kind).toBe("blocked");
    expect(asked).toEqual(["hooks.example.com"]);
    expect(receiver.requests).toHaveLength(1);
  });

  test("a process that receives for no inbox sends to none", async () => {
    const sender = createSender({ policy, maxResponseBytes: 100, idleMs: 100 });
    const request = { lane: "ep_1", headers: {}, body: Buffer.from("{}"), timeoutMs: 2_000 };
    const { error } = await sender.send({ ...request, url: inboxes + token });
    await sender.close();
    expect(error?.kind).toBe("blocked");
  });
});
