"use client";

import { Check, Link2, Maximize2 } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "#components/ui/button-style.ts";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useCopy } from "#components/ui/use-copy.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** Out of the sheet: the delivery's address to pass on, and its page. */
export function DeliveryLinks({ id }: { id: string }) {
  const { slug } = useTenant();
  const { copied, copy } = useCopy();
  const path = `/${slug}/deliveries/${id}`;
  return (
    <>
      <IconButton
        label={copied ? "Copied" : "Copy link"}
        icon={copied ? <Check className="text-delivered" /> : <Link2 />}
        onClick={() => copy(new URL(path, window.location.href).href)}
      />
      <Tooltip content="Open as a page" side="bottom">
        <Link
          href={path}
          aria-label="Open as a page"
          className={cn(buttonStyle({ variant: "ghost" }), "w-8 px-0 max-sm:w-11 max-sm:px-0")}
        >
          <Maximize2 />
        </Link>
      </Tooltip>
    </>
  );
}
