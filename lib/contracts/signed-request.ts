import type { z } from "zod";
import { idParams, timestamp } from "./fields.ts";
import { httpRequest } from "./http-message.ts";
import { operation } from "./operation.ts";

export const signedRequest = httpRequest
  .extend({
    validUntil: timestamp.meta({
      description: "Receivers refuse it from then on; five minutes after signing.",
    }),
  })
  .meta({ id: "SignedRequest" });
export type SignedRequest = z.infer<typeof signedRequest>;

/** Read, not posted: an idempotency key would hand out an old signature, and keep the payload beyond its retention. */
export const getSignedRequest = operation({
  id: "getSignedRequest",
  method: "get",
  path: "/deliveries/{id}/signed-request",
  tag: "Deliveries",
  summary: "Get a delivery's request, signed now",
  description:
    "What a resend would send, to be sent by hand within five minutes: the same bytes and `webhook-id`, a new timestamp and signature. Nothing is sent and no attempt is recorded; the audit log notes who took it. Values of custom headers are masked.",
  access: "deliveries:resend",
  portal: { params: { id: "delivery" } },
  params: idParams("delivery"),
  answer: { status: 200, schema: signedRequest },
});
