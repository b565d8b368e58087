import type { Context } from "../context.ts";
import type { Input, Operation, OwnedNoun, PortalReach } from "../contracts/operation.ts";
import { AppError, notFound } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { ownsAll } from "../portal/owns.ts";

/**
 * The input of a portal session's call, confined to its application: filled in where one is named, and 404 as for a missing
 * one wherever an id of anything else is given. Throws 403 for an operation that says nothing of portals.
 */
export async function confine(
  ctx: Context & { applicationId: string },
  operation: Operation,
  input: Input<Operation>,
): Promise<Input<Operation>> {
  const { portal } = operation;
  if (!portal) throw new AppError("forbidden", { detail: "A portal session may not do this." });
  for (const [noun, given] of named(portal, input)) {
    const ids = (Array.isArray(given) ? given : [given]).map(String);
    if (!(await ownsAll(ctx, { applicationId: ctx.applicationId, noun, ids }))) throw notFound(noun);
  }
  const { compulsory } = portal;
  if (compulsory !== undefined && valuesOf(input.query)[compulsory] === undefined)
    throw new AppError("forbidden", { detail: `A portal session must give ${compulsory}.` });
  return portal.application === undefined ? input : fillIn(ctx.applicationId, portal.application, input);
}

function named(portal: PortalReach, input: Input<Operation>): [OwnedNoun, unknown][] {
  return (["params", "query", "body"] as const).flatMap((place) =>
    Object.entries(portal[place] ?? {}).flatMap(([field, noun]): [OwnedNoun, unknown][] => {
      const value = valuesOf(input[place])[field];
      return value === undefined ? [] : [[noun, value]];
    }),
  );
}

function fillIn(applicationId: string, place: "query" | "body", input: Input<Operation>): Input<Operation> {
  const application = toPublicId("application", applicationId);
  const given = valuesOf(input[place]);
  // Its uid is the producer's own name for it, which whoever holds the session is not told.
  if (given.application !== undefined && given.application !== application) throw notFound("application");
  return { ...input, [place]: { ...given, application } };
}

function valuesOf(part: unknown): Record<string, unknown> {
  return (part ?? {}) as Record<string, unknown>;
}
