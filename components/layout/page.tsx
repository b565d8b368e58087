import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { ProblemNotes } from "./problem-notes.tsx";

export interface PageProps {
  children: ReactNode;
  /** "full" is for logs, which use all the width there is; "narrow" is for forms. */
  width?: "content" | "full" | "narrow";
  className?: string;
}

/** The page's margins and width, and what went wrong on it; its first child is the PageHeader. */
export function Page({ children, width = "content", className }: PageProps) {
  return (
    <div className={cn("mx-auto w-full min-w-0 px-4 py-6 sm:px-6 lg:px-8 lg:py-8", widths[width], className)}>
      <ProblemNotes />
      {children}
    </div>
  );
}

const widths = { content: "max-w-[1264px]", full: "", narrow: "max-w-3xl" };
