import { Bot, KeyRound } from "lucide-react";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";

/** Who did it: a person by e-mail, a key by name, or Posthorn itself. */
export function AuditActor({ actor }: { actor: AuditEntry["actor"] }) {
  const { kind, label } = actor;
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={actor.id ?? undefined}>
      {kind === "apiKey" ? <KeyRound aria-label="API key" className="size-3.5 shrink-0 text-faint" /> : null}
      {kind === "system" ? <Bot aria-label="System" className="size-3.5 shrink-0 text-faint" /> : null}
      <bdi className="truncate">{label}</bdi>
    </span>
  );
}
