"use client";

import { channel, tag } from "#lib/contracts/fields.ts";
import { TextFilter } from "./text-filter.tsx";

type Labels = { tag: string | null; channel: string | null };

export interface LabelFiltersProps {
  choices: Labels;
  change: (changes: Partial<Labels>) => void;
}

/** The tag and the channel of an event, each one exact word. */
export function LabelFilters({ choices, change }: LabelFiltersProps) {
  return (
    <>
      <TextFilter
        label="Tag"
        placeholder="region:eu"
        schema={tag}
        value={choices.tag}
        onValueChange={(chosen) => change({ tag: chosen })}
      />
      <TextFilter
        label="Channel"
        placeholder="project:42"
        schema={channel}
        value={choices.channel}
        onValueChange={(chosen) => change({ channel: chosen })}
      />
    </>
  );
}
