/** What was done, in words that follow a name: "Ada rotated the secret of". */
const words: Record<string, string> = {
  "apiKey.created": "created API key",
  "apiKey.renamed": "renamed API key",
  "apiKey.revoked": "revoked API key",
  "application.created": "created application",
  "application.deleted": "deleted application",
  "application.updated": "changed application",
  "auditLog.exported": "exported the audit log of",
  "delivery.canceled": "canceled delivery",
  "delivery.resent": "resent delivery",
  "email.changed": "changed the e-mail address of",
  "email.confirmed": "confirmed the e-mail address of",
  "endpoint.created": "created endpoint",
  "endpoint.deleted": "deleted endpoint",
  "endpoint.disabled": "disabled endpoint",
  "endpoint.enabled": "enabled endpoint",
  "endpoint.paused": "paused endpoint",
  "endpoint.resumed": "resumed endpoint",
  "endpoint.updated": "changed endpoint",
  "event.replayed": "sent again event",
  "eventType.created": "created event type",
  "eventType.deleted": "deleted event type",
  "eventType.updated": "changed event type",
  "identity.linked": "linked a provider to",
  "inbox.renewed": "gave a new URL to",
  "invitation.accepted": "accepted the invitation of",
  "invitation.created": "invited",
  "invitation.resent": "sent again the invitation of",
  "invitation.revoked": "revoked the invitation of",
  "member.left": "left",
  "member.removed": "removed member",
  "member.role_changed": "changed the role of",
  "replay.canceled": "canceled the replay of",
  "replay.paused": "paused the replay of",
  "replay.resumed": "resumed the replay of",
  "replay.started": "started the replay of",
  "password.changed": "changed the password of",
  "password.reset": "reset the password of",
  "password.reset_requested": "asked to reset the password of",
  "recoveryCodes.renewed": "made new recovery codes for",
  "secondFactor.disabled": "turned off two-step sign-in for",
  "secondFactor.enabled": "turned on two-step sign-in for",
  "sampleData.loaded": "loaded",
  "sampleData.removed": "removed",
  "secret.expired": "expired former secrets of",
  "secret.revealed": "revealed the secret of",
  "secret.rotated": "rotated the secret of",
  "session.refused": "failed to sign in as",
  "session.revoked": "ended sessions of",
  "session.started": "signed in as",
  "tenant.created": "created tenant",
  "tenant.updated": "changed tenant",
};

/** What was done in words; an action that has none keeps its name. */
export function wordsFor(action: string): string {
  return words[action] ?? action;
}

/** What the log may be narrowed to: all of a noun (`endpoint.`), or one action. */
export const actionChoices = [
  { value: "endpoint.", label: "Endpoints" },
  { value: "secret.", label: "Secrets" },
  { value: "apiKey.", label: "API keys" },
  { value: "application.", label: "Applications" },
  { value: "eventType.", label: "Event types" },
  { value: "delivery.", label: "Deliveries" },
  { value: "event.", label: "Events" },
  { value: "replay.", label: "Replays" },
  { value: "member.", label: "Members" },
  { value: "invitation.", label: "Invitations" },
  { value: "tenant.", label: "Tenant" },
  { value: "session.", label: "Sign-ins" },
  { value: "password.", label: "Passwords" },
  { value: "secondFactor.", label: "Two-step sign-in" },
].map((choice) => ({ ...choice, hint: `All of ${choice.value}*` }));

const singleChoices = Object.entries(words).map(([value, label]) => ({
  value,
  label: label.charAt(0).toUpperCase() + label.slice(1).replace(/ (of|as|to|for|the invitation of)$/, ""),
  hint: value,
}));

export const allChoices = [...actionChoices, ...singleChoices];
