import type { ReactNode } from "react";

export interface MenuItemText {
  label: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  /** At the far end: a shortcut or a count. */
  aside?: ReactNode;
}

export function MenuItemContent({ label, icon, hint, aside }: MenuItemText) {
  return (
    <>
      {icon ? <span className="text-muted [&_svg]:size-4">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        {hint ? <span className="block text-muted text-sm">{hint}</span> : null}
      </span>
      {aside}
    </>
  );
}
