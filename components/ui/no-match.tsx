"use client";

import { SearchX } from "lucide-react";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

export interface NoMatchProps {
  /** What was looked for, in the plural: "deliveries". */
  things: string;
  onClear: () => void;
}

export function NoMatch({ things, onClear }: NoMatchProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`No ${things} match these filters`}
      description="Widen the time range or take a filter away."
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}
