import type { ReactNode } from "react";
import { Mark } from "#components/brand/mark.tsx";
import { CoilGround } from "./coil-ground.tsx";

export interface MessagePageProps {
  /** Small, above the title: "404". */
  code?: string;
  title: string;
  children: ReactNode;
  /** What to do next; never leave a dead end. */
  actions: ReactNode;
}

/** A page that has one thing to say: not found, no access, expired, broken. */
export function MessagePage({ code, title, children, actions }: MessagePageProps) {
  return (
    <main className="relative flex min-h-[min(100dvh,48rem)] flex-1 flex-col items-center justify-center overflow-hidden px-6 py-16 text-center">
      <CoilGround />
      <div className="relative flex flex-col items-center">
        <Mark className="mb-6 size-10 text-brass" />
        {code ? <p className="mb-1 text-faint text-sm">{code}</p> : null}
        <h1 className="font-semibold text-xl tracking-[-0.012em]">{title}</h1>
        <div className="mt-2 max-w-md text-balance text-base text-muted">{children}</div>
        <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
      </div>
    </main>
  );
}
