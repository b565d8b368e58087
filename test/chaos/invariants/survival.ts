import { clockTime, type Invariant } from "./invariant.ts";

export const survival: Invariant = {
  name: "survival",
  promise: "no process ends by itself, and one that is asked to stop ends with 0",
  findBroken: ({ journal }) => journal.of("surprise").map(({ at, what }) => `${clockTime(at)} ${what}`),
};

export const onlyUnavailable: Invariant = {
  name: "answers",
  promise: "trouble of ours is answered 503, never another 5xx",
  findBroken: ({ posted }) =>
    posted.flatMap(({ post, unknowns }) =>
      unknowns
        .filter((status) => status >= 500 && status !== 503)
        .map((status) => `${post.key} was answered ${status}`),
    ),
};
