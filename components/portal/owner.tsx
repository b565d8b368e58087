import type { ReactNode } from "react";
import { Mark } from "#components/brand/mark.tsx";

export interface OwnerProps {
  name: string;
  /** A data URL. */
  logo: string | null;
  /** What of theirs this is. */
  children: ReactNode;
}

/** Whose page this is, for people who may never have heard of Posthorn. */
export function Owner({ name, logo, children }: OwnerProps) {
  return (
    <p className="flex min-w-0 items-center gap-3">
      {logo ? (
        // biome-ignore lint/performance/noImgElement: a data URL, there is nothing to optimise
        <img src={logo} alt="" className="h-7 max-w-32 object-contain" />
      ) : (
        <Mark className="size-6 shrink-0 text-brass" />
      )}
      <bdi className="truncate font-semibold">{name}</bdi>
      <span aria-hidden className="text-faint">
        /
      </span>
      {children}
    </p>
  );
}
