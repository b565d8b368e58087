"use client";

import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { ApiKey } from "#lib/contracts/api-keys.ts";
import { RenameApiKey } from "./rename-api-key.tsx";
import { RevokeApiKey } from "./revoke-api-key.tsx";

export function ApiKeyMenu({ apiKey }: { apiKey: ApiKey }) {
  const { reason } = usePermission("keys:manage");
  const [open, setOpen] = useState<"rename" | "revoke">();
  const close = (isOpen: boolean) => !isOpen && setOpen(undefined);
  return (
    <>
      <Menu
        trigger={<IconButton label={`Actions for ${apiKey.name}`} icon={<Ellipsis />} />}
        className="w-52"
      >
        <MenuItem
          label="Rename"
          icon={<Pencil />}
          disabledReason={reason}
          onSelect={() => setOpen("rename")}
        />
        <MenuItem
          label="Revoke…"
          icon={<Trash2 />}
          tone="danger"
          disabledReason={reason}
          onSelect={() => setOpen("revoke")}
        />
      </Menu>
      <RenameApiKey apiKey={apiKey} open={open === "rename"} onOpenChange={close} />
      <RevokeApiKey apiKey={apiKey} open={open === "revoke"} onOpenChange={close} />
    </>
  );
}
