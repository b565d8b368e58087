"use client";

import { GitCompareArrows } from "lucide-react";
import { useOpenComparison } from "#components/deliveries/use-open-delivery.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";
import type { Attempt } from "#lib/contracts/deliveries.ts";
import { ComparisonWith } from "./comparison-with.tsx";

export interface CompareProps {
  attempt: Attempt;
  /** The attempt before it; undefined for the first. */
  previousId: string | undefined;
}

/** Opens what changed since the attempt before, or since the endpoint last accepted something. */
export function Compare({ attempt, previousId }: CompareProps) {
  const { base, open, close } = useOpenComparison();
  return (
    <>
      <Menu
        trigger={
          <Button
            size="sm"
            variant="ghost"
            icon={<GitCompareArrows />}
            aria-label="Compare"
            className="max-sm:w-11 max-sm:px-0"
          >
            <span className="max-sm:hidden">Compare</span>
          </Button>
        }
      >
        <MenuItem
          label="Compare with previous attempt"
          disabledReason={previousId ? undefined : "This is the first one"}
          onSelect={() => void open(attempt.id, "previous")}
        />
        <MenuItem label="Compare with the last success" onSelect={() => void open(attempt.id, "success")} />
      </Menu>
      <Dialog
        open={base !== null}
        onOpenChange={(isOpen) => isOpen || close()}
        title="Compare attempts"
        size="xl"
      >
        <Chosen attempt={attempt} previousId={previousId} />
      </Dialog>
    </>
  );
}

function Chosen({ attempt, previousId }: CompareProps) {
  const { base, change } = useOpenComparison();
  const chosen = base === "previous" && previousId ? base : "success";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {previousId ? (
        <SegmentedControl
          label="Compare with"
          value={chosen}
          onValueChange={change}
          segments={[
            { value: "previous", label: "Previous attempt" },
            { value: "success", label: "Last success" },
          ]}
        />
      ) : null}
      <ComparisonWith
        key={chosen}
        attempt={attempt}
        previousId={chosen === "previous" ? previousId : undefined}
      />
    </div>
  );
}
