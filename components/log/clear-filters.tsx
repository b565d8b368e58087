import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";

export interface ClearFiltersProps {
  /** Takes all filters away; absent while none is on. */
  onClear: (() => void) | undefined;
  className: string;
}

/** Takes all filters of a log away: beside the search, or among the chips on a phone. */
export function ClearFilters({ onClear, className }: ClearFiltersProps) {
  if (!onClear) return null;
  return (
    <Button variant="ghost" onClick={onClear} className={cn("text-sm", className)}>
      Clear filters
    </Button>
  );
}
