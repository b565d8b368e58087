import { useSyncExternalStore } from "react";

/** Something a person asked for here that did not happen. */
export type Problem = { id: number; title: string; description: string | undefined };

const mostKept = 3;
const none: readonly Problem[] = [];

let problems = none;
let lastId = 0;
const listeners = new Set<() => void>();

/** Keeps a problem on the page, the newest first, until it is dismissed or the page is left. */
export function noteProblem({ title, description }: Omit<Problem, "id">): void {
  lastId += 1;
  // What is tried again and fails again is one problem.
  const others = problems.filter((known) => known.title !== title);
  change([{ id: lastId, title, description }, ...others].slice(0, mostKept));
}

export function dismissProblem(id: number): void {
  change(problems.filter((problem) => problem.id !== id));
}

export function dismissAllProblems(): void {
  if (problems.length > 0) change(none);
}

export function useProblems(): readonly Problem[] {
  return useSyncExternalStore(
    subscribe,
    () => problems,
    () => none,
  );
}

function change(next: readonly Problem[]): void {
  problems = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
