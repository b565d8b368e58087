const maxHeld = 200;
const maxHeldOfTenant = 40;

const processGlobals = globalThis as { posthornHeldAnswers?: string[] };

/**
 * Takes a place among the answers that this process delays, and answers with a function that gives it back; null when
 * there is none, so that slow inboxes never fill a process with open sockets.
 */
export function holdPlace(tenantId: string): (() => void) | null {
  processGlobals.posthornHeldAnswers ??= [];
  const held = processGlobals.posthornHeldAnswers;
  const ofTenant = held.filter((holder) => holder === tenantId).length;
  if (held.length >= maxHeld || ofTenant >= maxHeldOfTenant) return null;
  held.push(tenantId);
  return () => void held.splice(held.indexOf(tenantId), 1);
}
