import type { ReactNode } from "react";
import { Mark } from "#components/brand/mark.tsx";
import { Page } from "#components/layout/page.tsx";

export interface MessagePanelProps {
  title: string;
  children: ReactNode;
  /** What to do next; never leave a dead end. */
  actions: ReactNode;
}

/** A page inside the dashboard's frame that has one thing to say: not found, broken. */
export function MessagePanel({ title, children, actions }: MessagePanelProps) {
  return (
    <Page className="flex flex-1 flex-col items-center justify-center py-20 text-center">
      <Mark className="mb-5 size-9 text-brass" />
      <h1 className="font-semibold text-xl tracking-[-0.012em]">{title}</h1>
      <div className="mt-2 max-w-md text-balance text-base text-muted">{children}</div>
      <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
    </Page>
  );
}
