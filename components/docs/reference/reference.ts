import type { SchemaNode } from "#components/schema/schema-node.ts";

/** One operation of the API, ready to be shown. */
export type ReferenceOperation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Who may call it, in words. */
  access: string;
  /** A POST takes an Idempotency-Key. */
  takesIdempotencyKey: boolean;
  pathParameters: SchemaNode[];
  queryParameters: SchemaNode[];
  body: SchemaNode | null;
  answer: DocumentedAnswer;
  /** The answer to a dry run, where there is such a thing. */
  dryRun: DocumentedAnswer | null;
  curl: string;
};

export type DocumentedAnswer = { status: number; schema: SchemaNode | null };

export type ReferenceGroup = { tag: string; id: string; operations: ReferenceOperation[] };

export type DocumentedError = { code: string; status: number; title: string };
