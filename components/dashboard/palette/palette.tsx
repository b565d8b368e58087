"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { optionStyle } from "#components/ui/control-style.ts";
import { backdropStyle } from "#components/ui/dialog.tsx";
import { MenuItemContent } from "#components/ui/menu-item-content.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Command, CommandGroup } from "./command.ts";
import { rememberRecent } from "./recent.ts";
import { useGroups } from "./use-groups.tsx";

export interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Type to go anywhere: places, actions, and anything of the tenant by id or name. */
export function Palette({ open, onOpenChange }: PaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[12dvh] max-sm:p-2">
          <Dialog.Popup
            aria-label="Search"
            className="float-motion flex max-h-[min(34rem,80dvh)] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-overlay outline-none"
          >
            <SearchBox onDone={() => onOpenChange(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function SearchBox({ onDone }: { onDone: () => void }) {
  const { id } = useTenant();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const groups = useGroups(query);
  const choose = (command: Command) => {
    onDone();
    if ("run" in command) return command.run();
    rememberRecent(id, command);
    router.push(command.href);
  };
  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(command: Command) => command.label}
    >
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <Autocomplete.Input
          aria-label="Search, or paste an id"
          placeholder="Search, or paste an id"
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
      </div>
      <Autocomplete.List className="min-h-0 overflow-y-auto overscroll-contain p-1.5">
        {(group: CommandGroup) => <Group key={group.value} group={group} onChoose={choose} />}
      </Autocomplete.List>
      <Autocomplete.Empty className="px-4 py-8 text-center text-muted empty:hidden">
        Nothing goes by that name here.
      </Autocomplete.Empty>
    </Autocomplete.Root>
  );
}

function Group({ group, onChoose }: { group: CommandGroup; onChoose: (command: Command) => void }) {
  return (
    <Autocomplete.Group items={group.items} className="pb-1.5 last:pb-0">
      <Autocomplete.GroupLabel className="px-2 pt-1.5 pb-1 text-faint text-xs">
        {group.value}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(command: Command) => (
          <Autocomplete.Item
            key={"href" in command ? `${command.href} ${command.label}` : command.label}
            value={command}
            onClick={() => onChoose(command)}
            className={optionStyle}
          >
            <MenuItemContent
              label={<bdi>{command.label}</bdi>}
              icon={command.icon}
              aside={<Hint text={command.hint} />}
            />
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}

function Hint({ text }: { text: string | undefined }) {
  return text ? <bdi className="max-w-[45%] truncate text-muted text-sm">{text}</bdi> : null;
}
