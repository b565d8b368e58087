import { z } from "zod";
import { addressable, listQuery, metadata, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

const name = z
  .string()
  .regex(
    /^[A-Za-z0-9_.-]{1,128}$/,
    "may only hold letters, digits, dots, hyphens and underscores (1 to 128)",
  );

const uid = addressable(name)
  .refine((text) => !id("application").safeParse(text).success, "must not look like an application id")
  .meta({ description: "Your own name for it, such as a customer number; the id if absent." });

/** A public id of an application, or the producer's own uid for it. */
export const applicationRef = name.meta({ description: "Application id or uid" });

export const application = z
  .object({
    id: id("application"),
    uid: z.string(),
    name: z.string(),
    isDefault: z.boolean(),
    metadata,
    endpointCount: z.int(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Application" });
export type Application = z.infer<typeof application>;

const params = z.strictObject({ id: applicationRef });

export const createApplicationBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  uid: uid.optional(),
  metadata: metadata.optional(),
});

export const createApplication = operation({
  id: "createApplication",
  method: "post",
  path: "/applications",
  tag: "Applications",
  summary: "Create an application",
  access: "applications:write",
  body: createApplicationBody,
  answer: { status: 201, schema: application },
});

export const listApplications = operation({
  id: "listApplications",
  method: "get",
  path: "/applications",
  tag: "Applications",
  summary: "List applications",
  access: "read",
  query: listQuery.extend({ q: z.string().max(200).optional() }),
  answer: { status: 200, schema: page(application) },
});

export const getApplication = operation({
  id: "getApplication",
  method: "get",
  path: "/applications/{id}",
  tag: "Applications",
  summary: "Get an application by id or uid",
  access: "read",
  params,
  answer: { status: 200, schema: application },
});

export const updateApplication = operation({
  id: "updateApplication",
  method: "patch",
  path: "/applications/{id}",
  tag: "Applications",
  summary: "Update an application",
  access: "applications:write",
  params,
  body: createApplicationBody.partial(),
  answer: { status: 200, schema: application },
});

export const removeApplication = operation({
  id: "removeApplication",
  method: "delete",
  path: "/applications/{id}",
  tag: "Applications",
  summary: "Delete an application with its endpoints",
  description: "The default application stays. Open deliveries of its endpoints become canceled.",
  access: "applications:write",
  params,
  answer: { status: 204, schema: null },
});
