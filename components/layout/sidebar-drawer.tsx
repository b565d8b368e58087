"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu, X } from "lucide-react";
import { useState } from "react";
import { backdropStyle } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Sidebar, type SidebarProps } from "./sidebar.tsx";

/** The sidebar on a phone: behind a button, over the page. */
export function SidebarDrawer(props: Pick<SidebarProps, "navigation" | "top" | "footer">) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger render={<IconButton label="Open menu" icon={<Menu />} className="-ml-1 lg:hidden" />} />
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyle} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-40 w-72 max-w-[85vw] bg-paper text-ink shadow-overlay outline-none transition-transform duration-180 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          <Sidebar {...props} onNavigate={() => setOpen(false)} />
          <Dialog.Close
            render={
              <IconButton
                label="Close menu"
                icon={<X />}
                className="absolute top-1.5 left-full ml-1 bg-raised"
              />
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
