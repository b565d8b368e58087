import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

/** What changes are told of. */
export const changeKinds = ["event", "delivery", "endpoint", "replay"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** How many things one message names. */
export const mostNamed = 100;

export const streamMessage = z
  .discriminatedUnion("type", [
    z
      .object({ type: z.literal("reset") })
      .meta({ description: "You may have missed something: read again whatever you keep." }),
    z
      .object({ type: z.literal("resumed") })
      .meta({ description: "What you missed since Last-Event-ID follows, if there was anything." }),
    z
      .object({
        type: z.literal("changed"),
        kind: z.enum(changeKinds),
        ids: z
          .array(z.string())
          .nullable()
          .meta({
            description: `What was created, changed or deleted; null when it is more than ${mostNamed}.`,
          }),
        endpoints: z.array(id("endpoint")).nullable().meta({
          description: "The endpoints that changed deliveries are for; null when they are not told.",
        }),
      })
      .meta({ description: "Something changed; read it to see how." }),
  ])
  .meta({ id: "StreamMessage" });
export type StreamMessage = z.output<typeof streamMessage>;

export const followChanges = operation({
  id: "followChanges",
  method: "get",
  path: "/stream",
  tag: "Stream",
  summary: "Follow changes",
  description:
    "Answers with server-sent events that tell which events, deliveries, endpoints and replays change, while it happens. A message says what changed, not how: read the object for that. The data of each is JSON as below. The first is reset or resumed; from then on nothing is missed without a reset. A comment every 15 seconds keeps the connection open. After an interruption send the id of the last message in Last-Event-ID.",
  access: "read",
  portal: { application: "query" },
  query: z.strictObject({
    application: applicationRef
      .optional()
      .meta({ description: "Only what belongs to this application (id or uid)." }),
  }),
  answer: { status: 200, schema: streamMessage, stream: true },
});
