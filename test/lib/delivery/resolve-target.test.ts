import { describe, expect, test } from "vitest";
import type { EgressPolicy } from "#lib/delivery/guard.ts";
import type { Lookup } from "#lib/delivery/lookup.ts";
import { resolveTarget } from "#lib/delivery/resolve-target.ts";

const strict: EgressPolicy = { allowHttp: false, allowCidrs: [] };
const never = new AbortController().signal;
const hook = new URL("https://hooks.example.com/");

function answers(...addresses: string[]): Lookup {
  return async () => addresses;
}

function failsWith(code: string): Lookup {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

describe("resolveTarget", () => {
  test("returns every address of a public name, in order", async () => {
    const lookup = answers("93.184.215.14", "2606:4700::1111");
    expect(await resolveTarget(hook, strict, { lookup, signal: never })).toEqual({
      kind: "resolved",
      addresses: ["93.184.215.14", "2606:4700::1111"],
    });
  });

  test("looks a name up once, and a literal not at all", async () => {
    const asked: string[] = [];
    const lookup: Lookup = async (hostname) => {
      asked.push(hostname);
      return ["93.184.215.14"];
    };
    await resolveTarget(hook, strict, { lookup, signal: never });
    for (const url of ["https://8.8.8.8/", "https://[2606:4700::1111]/"]) {
      expect((await resolveTarget(new URL(url), strict, { lookup, signal: never })).kind).toBe("resolved");
    }
    expect(asked).toEqual(["hooks.example.com"]);
  });

  test.each([
    ["127.0.0.1"],
    ["93.184.215.14", "127.0.0.1"],
    ["10.0.0.1", "93.184.215.14"],
    ["93.184.215.14", "::ffff:169.254.169.254"],
    ["93.184.215.14", "fd00::1"],
    ["2606:4700::1111", "fe80::1%eth0"],
    ["93.184.215.14", "not an address"],
  ])("one forbidden address refuses the name: %s %s", async (...addresses) => {
    const target = await resolveTarget(hook, strict, { lookup: answers(...addresses), signal: never });
    expect(target).toEqual({
      kind: "blocked",
      reason: expect.stringContaining("hooks.example.com leads to"),
    });
  });

  test("a public name may lead to an allow-listed private address, on any port", async () => {
    const policy = { ...strict, allowCidrs: ["10.1.0.0/16"] };
    const url = new URL("https://hooks.example.com:9000/");
    const settle = async (...addresses: string[]) =>
      (await resolveTarget(url, policy, { lookup: answers(...addresses), signal: never })).kind;
    expect(await settle("10.1.2.3")).toBe("resolved");
    expect(await settle("10.1.2.3", "10.2.0.1")).toBe("blocked");
    expect(await settle("93.184.215.14")).toBe("blocked");
  });

  test.each([
    ["ENOTFOUND", "hooks.example.com does not exist in DNS"],
    ["ENODATA", "hooks.example.com has no address in DNS"],
    ["ETIMEOUT", "DNS did not answer for hooks.example.com"],
    ["ESERVFAIL", "DNS could not resolve hooks.example.com (SERVFAIL)"],
    ["EREFUSED", "hooks.example.com could not be resolved (EREFUSED)"],
  ])("says what DNS said: %s", async (code, reason) => {
    expect(await resolveTarget(hook, strict, { lookup: failsWith(code), signal: never })).toEqual({
      kind: "unresolved",
      reason,
    });
  });

  test("no address at all is unresolved", async () => {
    expect((await resolveTarget(hook, strict, { lookup: answers(), signal: never })).kind).toBe("unresolved");
  });

  test("gives up on a DNS that never answers as soon as the signal fires", async () => {
    const controller = new AbortController();
    const pending = resolveTarget(hook, strict, {
      lookup: () => new Promise(() => {}),
      signal: controller.signal,
    });
    controller.abort();
    expect((await pending).kind).toBe("unresolved");
  });
});
