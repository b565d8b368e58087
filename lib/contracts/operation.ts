import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/**
 * Who may call: anyone, anyone signed in, a member or key with the permission in the tenant at hand, whoever holds a portal
 * link that was not opened yet, or whoever holds a portal session.
 */
export type Access = "public" | "signed-in" | "portal-link" | "portal-session" | Permission;

/** Things that belong to one application. */
export type OwnedNoun = "application" | "attempt" | "delivery" | "endpoint" | "event" | "replay";

/** What a portal session, confined to one application, may give; an operation without this is none of its business. */
export type PortalReach = {
  /** Where the application is named: it is filled in, and any other one is 404. */
  application?: "query" | "body";
  /** Fields that hold ids, each of which must belong to the application; else 404. */
  params?: { id: OwnedNoun };
  query?: Record<string, OwnedNoun>;
  body?: Record<string, OwnedNoun>;
  /** A filter that must be given, because without it the answer would be about the whole tenant. */
  compulsory?: string;
};

/** One API operation, written once: it validates, types handler and client, and becomes OpenAPI. */
export type Operation = {
  id: string;
  method: "get" | "post" | "patch" | "delete";
  path: `/${string}`;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  portal?: PortalReach;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /**
   * `file` is what the answer may be beside JSON; either is then streamed, to be saved. A `stream` goes on as server-sent
   * events, of whose data `schema` is.
   */
  answer: { status: 200 | 201 | 202 | 204; schema: z.ZodType | null; file?: "text/csv"; stream?: true };
  /** The answer to a body with `dryRun: true`, where there is such a thing: it says what would happen. */
  dryRun?: { status: 200; schema: z.ZodType };
};

/** Keeps the literal types of an operation while checking its shape. */
export function operation<const O extends Operation>(definition: O): O {
  return definition;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives after validation. */
export type Input<O extends Operation> = {
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  body: Parsed<O["body"]>;
};

/** What a client gives; parts the operation does not have are absent. */
export type Call<O extends Operation> = (O["params"] extends z.ZodType
  ? { params: Given<O["params"]> }
  : unknown) &
  (O["query"] extends z.ZodType ? { query?: Given<O["query"]> } : unknown) &
  (O["body"] extends z.ZodType ? { body: Given<O["body"]> } : unknown);

/** What the operation answers with; undefined for 204. */
export type Answer<O extends Operation> =
  | (O["answer"]["schema"] extends z.ZodType ? z.output<O["answer"]["schema"]> : undefined)
  | (O extends { dryRun: { schema: z.ZodType } } ? z.output<O["dryRun"]["schema"]> : never);
