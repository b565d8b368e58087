import { Callout } from "#components/ui/callout.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { InboxRequestDetail, SignatureCheck } from "#lib/contracts/inbox.ts";

/** What a receiver that verifies would have found, and why. */
export function SignatureFinding({ request }: { request: InboxRequestDetail }) {
  const { slug } = useTenant();
  const { title, tone, why } = findings[request.signature];
  return (
    <Callout tone={tone} title={title}>
      {why}{" "}
      {request.endpoint ? (
        <TextLink href={`/${slug}/endpoints/${request.endpoint}`}>Open endpoint</TextLink>
      ) : null}
    </Callout>
  );
}

type Finding = { title: string; tone: "info" | "good" | "warn" | "danger"; why: string };

const findings: Record<SignatureCheck, Finding> = {
  verified: {
    title: "The signature verifies",
    tone: "good",
    why: "One of its items matches a secret of the endpoint, and its time is right.",
  },
  wrong: {
    title: "The signature is wrong",
    tone: "danger",
    why: "No item matches a secret of the endpoint: another secret signed it, or id, time or body were changed on the way.",
  },
  stale: {
    title: "The signature is too old",
    tone: "warn",
    why: "It matches, but its time is more than five minutes off: a receiver should take it for a repetition.",
  },
  missing: {
    title: "Not signed",
    tone: "danger",
    why: "webhook-id, webhook-timestamp or webhook-signature is missing: it did not come from Posthorn, or a proxy dropped them.",
  },
  unchecked: {
    title: "The signature was not checked",
    tone: "info",
    why: "No endpoint delivers to this very URL, so there is no secret to check with.",
  },
};
