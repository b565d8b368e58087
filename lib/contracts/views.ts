import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

/** The logs whose filter can be kept as a view. */
export const viewedLogs = ["deliveries", "events"] as const;
export type ViewedLog = (typeof viewedLogs)[number];

/** How many views a member may keep for themselves, and how many a tenant may share. */
export const mostOwnViews = 50;
export const mostSharedViews = 100;

const log = z.enum(viewedLogs);
const isShared = z.boolean().meta({ description: "For everyone in the tenant; else for its owner alone." });

export const viewName = z.string().trim().min(1, "Give the view a name.").max(80);

export const savedView = z
  .object({
    id: id("view"),
    log,
    name: z.string(),
    query: z.string(),
    isShared,
    owner: z
      .object({ id: id("user"), name: z.string() })
      .nullable()
      .meta({ description: "Null when who shared it has left the tenant." }),
    isOwn: z.boolean().meta({ description: "Whether it belongs to whoever asks." }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof savedView>;

const viewBody = z.strictObject({
  log,
  name: viewName,
  query: z
    .string()
    .min(1)
    .max(2_000)
    .regex(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/, "may only hold what may stand behind the ? of a URL")
    .meta({
      description: "The filter, as it stands behind the ? of the log's address.",
      examples: ["status=failed&range=24h"],
    }),
  isShared: isShared.default(false),
});

export const createView = operation({
  id: "createView",
  method: "post",
  path: "/views",
  tag: "Views",
  summary: "Keep a log's filter under a name",
  description: "For members: 50 for themselves, and 100 shared in the tenant.",
  access: "views:write",
  body: viewBody,
  answer: { status: 201, schema: savedView },
});

export const listViews = operation({
  id: "listViews",
  method: "get",
  path: "/views",
  tag: "Views",
  summary: "List views",
  description: "Those that are shared, and one's own.",
  access: "read",
  query: listQuery.extend({ log: log.optional() }),
  answer: { status: 200, schema: page(savedView) },
});

export const getView = operation({
  id: "getView",
  method: "get",
  path: "/views/{id}",
  tag: "Views",
  summary: "Get a view",
  access: "read",
  params: idParams("view"),
  answer: { status: 200, schema: savedView },
});

export const updateView = operation({
  id: "updateView",
  method: "patch",
  path: "/views/{id}",
  tag: "Views",
  summary: "Rename, change, share or withdraw a view",
  description: "One's own; admins rename and change shared ones of others as well.",
  access: "views:write",
  params: idParams("view"),
  body: z.strictObject({ name: viewName, query: viewBody.shape.query, isShared }).partial(),
  answer: { status: 200, schema: savedView },
});

export const removeView = operation({
  id: "removeView",
  method: "delete",
  path: "/views/{id}",
  tag: "Views",
  summary: "Delete a view",
  description: "One's own; admins delete shared ones of others as well.",
  access: "views:write",
  params: idParams("view"),
  answer: { status: 204, schema: null },
});
