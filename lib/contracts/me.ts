import { z } from "zod";
import { retrySchedule, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { permissions, roles } from "./permissions.ts";
import { preferences } from "./preferences.ts";

export const tenant = z
  .object({
    id: id("tenant"),
    slug: z.string(),
    name: z.string(),
    retrySchedule: z.array(z.int()).nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "Tenant" });
export type Tenant = z.infer<typeof tenant>;

export const me = z
  .object({
    actor: z.object({ kind: z.enum(["user", "apiKey"]), id: z.string(), label: z.string() }),
    tenant,
    role: z.enum(roles).nullable().meta({ description: "Null for API keys." }),
    permissions: z.array(z.enum(permissions)),
    preferences: preferences.nullable().meta({ description: "Null for API keys." }),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;

export const getMe = operation({
  id: "getMe",
  method: "get",
  path: "/me",
  tag: "Account",
  summary: "Who am I, where, and what may I do",
  access: "signed-in",
  answer: { status: 200, schema: me },
});

export const updateTenant = operation({
  id: "updateTenant",
  method: "patch",
  path: "/tenant",
  tag: "Account",
  summary: "Rename the tenant or change its retry schedule",
  access: "tenant:manage",
  body: z
    .strictObject({ name: z.string().trim().min(1).max(100), retrySchedule: retrySchedule.nullable() })
    .partial(),
  answer: { status: 200, schema: tenant },
});
