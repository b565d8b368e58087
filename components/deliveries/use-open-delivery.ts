"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useRef } from "react";

const parts = ["request", "response", "signature"] as const;
export type AttemptPart = (typeof parts)[number];

const bases = ["previous", "success"] as const;
/** What an attempt is compared with: the one before it, or the endpoint's last success. */
export type ComparisonBase = (typeof bases)[number];

const openParameters = {
  delivery: parseAsString,
  attempt: parseAsString,
  part: parseAsStringLiteral(parts),
  compare: parseAsStringLiteral(bases),
};

const closed = { delivery: null, attempt: null, part: null, compare: null };

/** Which delivery stands open beside a list. It is in the address: Back closes it, a reload keeps it. */
export function useOpenDelivery() {
  const [{ delivery: openId }, setOpen] = useQueryStates(openParameters);
  const depthWhenOpened = useRef<number>(undefined);
  const open = async (id: string) => {
    await setOpen({ ...closed, delivery: id }, { history: openId ? "replace" : "push" });
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
    choose: (next: { attempt?: string; part?: AttemptPart }) => setOpen(next, { history: "replace" }),
  };
}

// How long the history was then. Not in a hook: a comparison is opened in one place and closed in another.
let depthWhenCompared: number | undefined;

/** What the unfolded attempt is being compared with; Back ends it. */
export function useOpenComparison() {
  const [{ compare }, setOpen] = useQueryStates(openParameters);
  const open = async (attempt: string, base: ComparisonBase) => {
    await setOpen({ attempt, compare: base }, { history: "push" });
    depthWhenCompared = window.history.length;
  };
  const close = () => {
    const isLastStep = depthWhenCompared === window.history.length;
    depthWhenCompared = undefined;
    if (isLastStep) window.history.back();
    else void setOpen({ compare: null }, { history: "replace" });
  };
  const change = (base: ComparisonBase) => setOpen({ compare: base }, { history: "replace" });
  return { base: compare, open, close, change };
}
