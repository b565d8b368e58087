import { z } from "zod";
import { timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const sampleData = z
  .object({
    loaded: z.boolean(),
    application: id("application").nullable().meta({ description: "Holds all of its endpoints and events." }),
    eventTypes: z.array(z.string()),
    loadedAt: timestamp.nullable(),
  })
  .meta({ id: "SampleData" });
export type SampleData = z.infer<typeof sampleData>;

export const getSampleData = operation({
  id: "getSampleData",
  method: "get",
  path: "/sample-data",
  tag: "Sample data",
  summary: "Tell whether sample data is loaded",
  access: "read",
  answer: { status: 200, schema: sampleData },
});

export const loadSampleData = operation({
  id: "loadSampleData",
  method: "post",
  path: "/sample-data",
  tag: "Sample data",
  summary: "Load sample data",
  description:
    "Makes an application with endpoints that deliver to the test inbox, event types and events with mixed results, all called sample. Once there, again changes nothing.",
  access: "applications:write",
  answer: { status: 202, schema: sampleData },
});

export const removeSampleData = operation({
  id: "removeSampleData",
  method: "delete",
  path: "/sample-data",
  tag: "Sample data",
  summary: "Remove the sample data",
  description: "All of it, with its deliveries and what they added to the charts; nothing else is touched.",
  access: "applications:write",
  answer: { status: 204, schema: null },
});
