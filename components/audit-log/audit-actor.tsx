"use client";

import { Bot, KeyRound, PanelTop } from "lucide-react";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";

export interface AuditActorProps {
  actor: AuditEntry["actor"];
  /** Shows only what they did. */
  onChoose: (actor: string) => void;
}

/** Who did it: a person by e-mail, a key by name, or Posthorn itself. */
export function AuditActor({ actor, onChoose }: AuditActorProps) {
  const { kind, id, label } = actor;
  return (
    <button
      type="button"
      title={`Only what ${label} did`}
      onClick={() => onChoose(id ?? "system")}
      className="touch-target flex min-w-0 max-w-full items-center gap-1.5 rounded-sm text-left decoration-control underline-offset-3 hover:underline"
    >
      {kind === "apiKey" ? <KeyRound aria-label="API key" className="size-3.5 shrink-0 text-faint" /> : null}
      {kind === "portal" ? <PanelTop aria-label="Portal" className="size-3.5 shrink-0 text-faint" /> : null}
      {kind === "system" ? <Bot aria-label="System" className="size-3.5 shrink-0 text-faint" /> : null}
      <bdi className="truncate">{label}</bdi>
    </button>
  );
}
