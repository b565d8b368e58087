import { createHmac } from "node:crypto";
import { type Dispatcher, request } from "undici";

/** An HMAC key of the length that endpoints have. */
export const bareKey = Buffer.alloc(32, "bench");

export type BareMessage = { id: string; url: string; body: string };

/** Signs and posts one message as a receiver expects it (Standard Webhooks) and reads the answer to its end. */
export async function sendBare(dispatcher: Dispatcher, { id, url, body }: BareMessage): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac("sha256", bareKey).update(`${id}.${timestamp}.${body}`).digest("base64");
  const { statusCode, body: answer } = await request(url, {
    dispatcher,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": `${timestamp}`,
      "webhook-signature": `v1,${signature}`,
    },
    body,
  });
  await answer.dump();
  return statusCode;
}
