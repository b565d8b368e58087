import type { Context } from "../context.ts";
import { idPrefixes, type Noun } from "../contracts/ids.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "./read-rows.ts";
import { sql } from "./sql.ts";

/** What a search text asks for: one thing by its id (a UUID), or events whose data holds a value. */
export type Search =
  | { kind: "event" | "delivery" | "endpoint" | "application"; id: string }
  | { kind: "field"; path: string[]; value: string }
  | { kind: "nothing" };

/**
 * Understands the free text of a log: a public id of any noun, a producer's own event id, or `field.path:value` on data.
 * Text that is none of these, and ids of other tenants, find nothing.
 */
export async function resolveSearch(ctx: Context, q: string): Promise<Search> {
  const text = q.trim();
  if (text === "") return { kind: "nothing" };
  const noun = nounOf(text);
  const id = noun && fromPublicId(noun, text);
  if (noun && id) return byId(ctx, noun, id);
  return (await byUid(ctx, text)) ?? byField(text) ?? { kind: "nothing" };
}

function nounOf(text: string): Noun | undefined {
  const prefix = text.slice(0, text.indexOf("_"));
  return (Object.keys(idPrefixes) as Noun[]).find((noun) => idPrefixes[noun] === prefix);
}

async function byId(ctx: Context, noun: Noun, id: string): Promise<Search> {
  if (noun === "event" || noun === "delivery" || noun === "endpoint" || noun === "application")
    return { kind: noun, id };
  if (noun !== "attempt") return { kind: "nothing" };
  const [attempt] = await readRows<{ delivery_id: string }>(
    ctx,
    sql`SELECT delivery_id FROM attempts WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid`,
  );
  return attempt ? { kind: "delivery", id: attempt.delivery_id } : { kind: "nothing" };
}

async function byUid(ctx: Context, uid: string): Promise<Search | undefined> {
  const [first] = await readRows<{ event_id: string }>(
    ctx,
    sql`SELECT event_id FROM event_uids WHERE tenant_id = ${ctx.tenantId}::uuid AND uid = ${uid}`,
  );
  return first && { kind: "event", id: first.event_id };
}

function byField(text: string): Search | undefined {
  const colon = text.indexOf(":");
  const path = text.slice(0, colon).split(".");
  const value = withoutQuotes(text.slice(colon + 1).trim());
  if (colon === -1 || value === "" || path.includes("")) return undefined;
  return { kind: "field", path, value };
}

function withoutQuotes(value: string): string {
  return /^".+"$/.test(value) ? value.slice(1, -1) : value;
}
