"use client";

import { Check, Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { useCopy } from "#components/ui/use-copy.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { SavedView } from "#lib/contracts/views.ts";
import { useMayChange } from "./use-views.ts";
import type { ViewDeed } from "./view-dialog.tsx";
import { addressOfView } from "./view-query.ts";

export interface ViewItemProps {
  view: SavedView;
  isCurrent: boolean;
  onOpened: () => void;
  onAsk: (deed: ViewDeed) => void;
}

/** One view: a link that opens it, and what can be done to it. */
export function ViewItem({ view, isCurrent, onOpened, onAsk }: ViewItemProps) {
  const { slug } = useTenant();
  return (
    <li className="group/view relative flex items-center gap-1 rounded-md focus-within:bg-hover hover:bg-hover">
      <Link
        href={addressOfView(slug, view)}
        prefetch={false}
        aria-current={isCurrent ? "true" : undefined}
        onClick={onOpened}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1.5 text-base max-sm:min-h-11"
      >
        <span className="min-w-0 flex-1">
          <bdi className="block truncate">{view.name}</bdi>
          {view.isShared ? <span className="block truncate text-muted text-sm">{sharedBy(view)}</span> : null}
        </span>
        {isCurrent ? <Check aria-hidden className="size-4 shrink-0 text-brass" /> : null}
      </Link>
      <ViewActions view={view} onAsk={onAsk} />
    </li>
  );
}

function sharedBy({ isOwn, owner }: SavedView): string {
  if (isOwn) return "Shared by you";
  return owner ? `Shared by ${owner.name}` : "Shared by a former member";
}

function ViewActions({ view, onAsk }: Pick<ViewItemProps, "view" | "onAsk">) {
  const { slug } = useTenant();
  const mayChange = useMayChange()(view);
  const { copy } = useCopy();
  const reason = mayChange ? undefined : "Its owner and admins may";
  const copyLink = async () => {
    const done = await copy(new URL(`/${slug}/views/${view.id}`, window.location.origin).href);
    if (done) toast.info("Link copied", { description: view.name });
  };
  return (
    <Menu
      trigger={
        <IconButton
          label={`Actions for ${view.name}`}
          icon={<Ellipsis />}
          size="sm"
          className={cn("mr-0.5 sm:opacity-0", revealStyle)}
        />
      }
      className="w-56"
    >
      <MenuItem
        label="Edit…"
        icon={<Pencil />}
        disabledReason={reason}
        onSelect={() => onAsk({ kind: "edit", view })}
      />
      {view.isShared ? (
        <MenuItem label="Copy link" icon={<Link2 />} onSelect={() => void copyLink()} />
      ) : null}
      <MenuSeparator />
      <MenuItem
        label="Delete…"
        icon={<Trash2 />}
        tone="danger"
        disabledReason={reason}
        onSelect={() => onAsk({ kind: "delete", view })}
      />
    </Menu>
  );
}

const revealStyle =
  "focus-visible:opacity-100 group-focus-within/view:opacity-100 group-hover/view:opacity-100 data-popup-open:opacity-100";
