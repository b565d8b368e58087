import type { ReactNode } from "react";

/** One thing the palette can do: go somewhere, or do something on the spot. */
export type Command = { label: string; icon: ReactNode; hint?: string | undefined } & (
  | { href: string }
  | { run: () => void }
);

export interface CommandGroup {
  /** The group's title. */
  value: string;
  items: Command[];
}

/** Commands whose label or hint holds every word of the query. */
export function matching(commands: readonly Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label, hint = "" }) => {
    const text = `${label} ${hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
