"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useRef } from "react";

const openParameters = {
  delivery: parseAsString,
  attempt: parseAsString,
  part: parseAsStringLiteral(["request", "response"]),
};

/** Which delivery stands open beside a list. It is in the address: Back closes it, a reload keeps it. */
export function useOpenDelivery() {
  const [{ delivery: openId }, setOpen] = useQueryStates(openParameters);
  const depthWhenOpened = useRef<number>(undefined);
  const open = async (id: string) => {
    await setOpen({ delivery: id, attempt: null, part: null }, { history: openId ? "replace" : "push" });
    if (!openId) depthWhenOpened.current = window.history.length;
  };
  const close = () => {
    const isLastStep = depthWhenOpened.current === window.history.length;
    depthWhenOpened.current = undefined;
    if (isLastStep) window.history.back();
    else void setOpen(null, { history: "replace" });
  };
  return { openId, open, close };
}

/** Which attempt of the delivery is unfolded, and which side of it. */
export function useOpenAttempt() {
  const [{ attempt, part }, setOpen] = useQueryStates(openParameters);
  return {
    attempt,
    part,
    choose: (next: { attempt?: string; part?: "request" | "response" }) =>
      setOpen(next, { history: "replace" }),
  };
}
