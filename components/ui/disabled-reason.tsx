"use client";

import { cloneElement, type ReactElement } from "react";
import { Tooltip } from "./tooltip.tsx";

export interface DisabledReasonProps {
  /** Why the control is off, such as "Needs the developer role"; without it the control is left as it is. */
  reason: string | undefined;
  /** A control with a `disabled` prop. A Button has `disabledReason` of its own. */
  children: ReactElement<{ disabled?: boolean }>;
}

export function DisabledReason({ reason, children }: DisabledReasonProps) {
  if (!reason) return children;
  return (
    <Tooltip content={reason}>
      <fieldset
        aria-label={reason}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a disabled control takes no focus, and its reason must be reachable
        tabIndex={0}
        className="min-w-0 max-w-full cursor-not-allowed rounded-md"
      >
        {cloneElement(children, { disabled: true })}
      </fieldset>
    </Tooltip>
  );
}
