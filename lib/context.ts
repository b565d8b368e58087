import { prisma, type Transaction } from "./db.ts";

/** Who acts: a person, a producer's key, whoever holds a portal session, or Posthorn itself. `label` is what the audit log shows. */
export type Actor =
  | { kind: "user"; id: string; label: string }
  | { kind: "apiKey"; id: string; label: string }
  | { kind: "portal"; id: string; label: string }
  | { kind: "system"; id: null; label: string };

/** What every domain verb receives first: the tenant it is confined to (a UUID), who acts, and an open transaction if there is one. */
export type Context = { tenantId: string; actor: Actor; ipAddress?: string; tx?: Transaction };

/** The database of a context: its open transaction, or Prisma itself. */
export function databaseOf(ctx: Context): Transaction {
  return ctx.tx ?? prisma();
}

/** Runs a verb's work in the context's transaction, or in one of its own; a throw undoes all of it. */
export function transaction<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.tx ? work(ctx.tx) : prisma().$transaction(work, { timeout: 20_000, maxWait: 5_000 });
}
