"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";
import { Spinner } from "./spinner.tsx";

export function Toaster() {
  const { theme = "system" } = useTheme();
  return (
    <Sonner
      theme={theme as "light" | "dark" | "system"}
      position="bottom-right"
      gap={8}
      offset={20}
      icons={{
        success: <CircleCheck className="size-4 text-delivered" />,
        error: <CircleAlert className="size-4 text-failed" />,
        loading: <Spinner className="text-muted" />,
      }}
      toastOptions={{ unstyled: true, classNames }}
    />
  );
}

const classNames = {
  toast:
    "font-sans flex w-(--width) items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-base text-ink shadow-overlay",
  content: "min-w-0 flex-1",
  title: "font-medium",
  description: "text-muted text-sm",
  actionButton:
    "h-7 shrink-0 rounded-md border border-control px-2.5 font-medium text-sm hover:bg-hover max-sm:h-11 max-sm:px-3.5",
  cancelButton: "h-7 shrink-0 rounded-md px-2.5 text-muted text-sm hover:bg-hover",
};
