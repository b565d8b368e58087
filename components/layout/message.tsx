import type { ReactNode } from "react";
import { Mark } from "#components/brand/mark.tsx";

export interface MessageProps {
  /** Small, above the title: "404". */
  code?: string;
  title: string;
  children: ReactNode;
  /** What to do next; never leave a dead end. */
  actions: ReactNode;
}

/** The one thing a page has to say, in its middle: for a page inside the shell. Outside it use MessagePage. */
export function Message({ code, title, children, actions }: MessageProps) {
  return (
    <div className="flex min-h-[60dvh] flex-1 flex-col items-center justify-center px-6 py-16 text-center">
      <Mark className="mb-6 size-10 text-brass" />
      {code ? <p className="mb-1 text-faint text-sm">{code}</p> : null}
      <h1 className="font-semibold text-xl tracking-[-0.012em]">{title}</h1>
      <div className="mt-2 max-w-md text-balance text-base text-muted">{children}</div>
      <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
    </div>
  );
}
