"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";

/** Where somebody was about to go: along a link, or a step through the history. */
type Way = { href: string } | { entry: string };

/** While `when` is true, asks before a link, Back, a reload or a closed tab throws away what was typed. */
export function UnsavedChanges({ when }: { when: boolean }) {
  const router = useRouter();
  const [way, setWay] = useState<Way>();
  const isLeaving = useRef(false);
  useEffect(() => (when ? holdBack({ isLeaving, onHeld: setWay }) : undefined), [when]);
  const leave = () => {
    if (!way) return;
    isLeaving.current = true;
    if ("href" in way) router.push(way.href);
    else navigation.traverseTo(way.entry);
  };
  return (
    <ConfirmDialog
      open={way !== undefined}
      onOpenChange={(open) => !open && setWay(undefined)}
      title="Leave without saving?"
      consequences="What you changed on this page will be lost."
      confirmLabel="Leave"
      onConfirm={leave}
    />
  );
}

type Hold = { isLeaving: { readonly current: boolean }; onHeld: (way: Way) => void };

/** Stops whatever leads away from this page, until the function that it answers is called. */
function holdBack({ isLeaving, onHeld }: Hold): () => void {
  const hold = (event: Event, way: Way | undefined) => {
    if (!way || isLeaving.current) return;
    event.preventDefault();
    // Another form of this page may have something unsaved too; one question is enough.
    event.stopImmediatePropagation();
    onHeld(way);
  };
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  const onClick = (event: MouseEvent) => hold(event, linkOf(event));
  const onNavigate = (event: NavigateEvent) => hold(event, stepOf(event));
  // Browsers of before 2026 do not know it; there only Back goes unasked.
  const steps = "navigation" in window ? navigation : undefined;
  addEventListener("beforeunload", warn);
  // In the capture phase, so that it comes before the router's own handler.
  document.addEventListener("click", onClick, { capture: true });
  steps?.addEventListener("navigate", onNavigate);
  return () => {
    removeEventListener("beforeunload", warn);
    document.removeEventListener("click", onClick, { capture: true });
    steps?.removeEventListener("navigate", onNavigate);
  };
}

/** Back and Forward to another page; a step that loads another document is for `beforeunload`. */
function stepOf({ navigationType, cancelable, destination }: NavigateEvent): Way | undefined {
  const isAway = new URL(destination.url ?? "", location.href).pathname !== location.pathname;
  return navigationType === "traverse" && cancelable && isAway ? { entry: destination.key } : undefined;
}

function linkOf(event: MouseEvent): Way | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank") return undefined;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return undefined;
  return { href: url.pathname + url.search + url.hash };
}
