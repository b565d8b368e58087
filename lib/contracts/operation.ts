import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/** Who may call: anyone, anyone signed in, or a member or key with the permission in the tenant at hand. */
export type Access = "public" | "signed-in" | Permission;

/** One API operation, written once: it validates, types handler and client, and becomes OpenAPI. */
export type Operation = {
  id: string;
  method: "get" | "post" | "patch" | "delete";
  path: `/${string}`;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** `file` is what the answer may be beside JSON; either is then streamed, to be saved. */
  answer: { status: 200 | 201 | 202 | 204; schema: z.ZodType | null; file?: "text/csv" };
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
