import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { failpoint, failpoints } from "#lib/failpoint.ts";

describe("failpoints", () => {
  test("do nothing in a process that was not started for chaos, whatever is put in place later", () => {
    let calls = 0;
    Object.assign(globalThis, { posthornFailpoint: () => (calls += 1) });
    for (const name of failpoints) failpoint(name);
    Reflect.deleteProperty(globalThis, "posthornFailpoint");
    expect(calls).toBe(0);
  });

  test("each stands in the code, once", () => {
    const code = globSync("{lib,worker}/**/*.ts").map((file) => readFileSync(file, "utf8"));
    const marked = code.flatMap((text) =>
      [...text.matchAll(/failpoint\("([^"]+)"\)/g)].map(([, name]) => name),
    );
    expect(marked.toSorted()).toEqual(failpoints.toSorted());
  });
});
