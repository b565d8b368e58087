import type { SignatureCheck } from "../contracts/inbox.ts";
import { hotPool, pool } from "../db.ts";
import { verifySignature } from "../delivery/verify.ts";
import { loadTargets, type Target } from "../endpoints/load-targets.ts";
import type { ReceivedRequest } from "./keep-request.ts";
import { inboxUrl } from "./token.ts";

export type SignatureFinding = {
  signature: SignatureCheck;
  /** Whose secret it was checked with. */
  endpointId: string | null;
  /** Headers whose values belong to the endpoint and are secret. */
  customHeaders: string[];
};

type Received = Pick<ReceivedRequest, "inbox" | "request" | "body">;

/** Checks a request with the secrets of the tenant's endpoints that deliver to this very URL. */
export async function checkSignature(received: Received): Promise<SignatureFinding> {
  const targets = await findTargets(received);
  const customHeaders = targets.flatMap((target) => Object.keys(target.headers));
  const findings = targets.map((target) => findingOf(received, target));
  const best = findings.find(({ signature }) => signature === "verified") ?? findings[0];
  return { signature: "unchecked", endpointId: null, ...best, customHeaders };
}

const maxTargets = 20;

async function findTargets({ inbox, request }: Received): Promise<Target[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM endpoints WHERE tenant_id = $1 AND url = $2 AND deleted_at IS NULL LIMIT ${maxTargets}`,
    [inbox.tenantId, inboxUrl(inbox.token) + new URL(request.url).search],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  return [...(await loadTargets(hotPool(), ids)).values()];
}

function findingOf({ request, body }: Received, { endpointId, keys }: Target) {
  const header = (name: string) => request.headers.get(`webhook-${name}`);
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature"), body };
  return { endpointId, signature: verifySignature(signed, { keys, now: new Date() }) };
}
