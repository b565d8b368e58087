import type { ReactNode } from "react";

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

/** Groups controls that answer one question together. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-base">{legend}</legend>
      {hint ? <p className="mt-0.5 text-muted text-sm">{hint}</p> : null}
      <div className="mt-2 flex flex-col gap-2">{children}</div>
    </fieldset>
  );
}
