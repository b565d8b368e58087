"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { dismissAllProblems, dismissProblem, useProblems } from "#components/ui/problems.ts";

/** What went wrong on this page and a toast has already told: it stays until it is dismissed or the page is left. */
export function ProblemNotes() {
  const problems = useProblems();
  useDismissOnLeaving();
  if (problems.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-2">
      {problems.map(({ id, title, description }) => (
        <Callout
          key={id}
          tone="danger"
          title={title}
          actions={<IconButton label="Dismiss" icon={<X />} size="sm" onClick={() => dismissProblem(id)} />}
          className="flex-nowrap"
        >
          {description}
        </Callout>
      ))}
    </div>
  );
}

function useDismissOnLeaving(): void {
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page
  useEffect(() => dismissAllProblems, [path]);
}
