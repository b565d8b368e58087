import type { ReactNode } from "react";

/** The words beside a checkbox, switch or radio. */
export function ChoiceLabel({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="text-base text-ink">{label}</span>
      {hint ? <span className="text-muted text-sm">{hint}</span> : null}
    </span>
  );
}
