import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockedMessage, checkUrl, type EgressPolicy } from "#lib/delivery/guard.ts";
import { blockedForms, blockedHosts, tooLongUrls, unreadableHosts } from "#test/support/blocked-urls.ts";

const strict: EgressPolicy = { allowHttp: false, allowCidrs: [] };
const open: EgressPolicy = { allowHttp: true, allowCidrs: [] };
const local: EgressPolicy = { allowHttp: true, allowCidrs: ["127.0.0.1/32"] };

function verdict(input: string, policy: EgressPolicy): string {
  const checked = checkUrl(input, policy);
  return checked.kind === "allowed" ? checked.url.href : "blocked";
}

const hosts = [...Object.values(blockedHosts).flat(), ...unreadableHosts];

describe("checkUrl", () => {
  test.each(hosts)("refuses the host %s", (host) => {
    for (const port of ["", ":443", ":8080"]) {
      expect(verdict(`https://${host}${port}/`, strict)).toBe("blocked");
      expect(verdict(`http://${host}${port}/`, open)).toBe("blocked");
    }
  });

  test.each([
    ["https://hooks.example.com/a?b=c", "https://hooks.example.com/a?b=c"],
    ["https://HOOKS.Example.COM", "https://hooks.example.com/"],
    ["https://hooks.example.com./x", "https://hooks.example.com/x"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["https://hooks.example.com:443/", "https://hooks.example.com/"],
    ["https://hooks.example.com:8443/", "https://hooks.example.com:8443/"],
    ["https://hooks.example.com:80/", "https://hooks.example.com:80/"],
    ["https://hooks.example.com:8080/", "https://hooks.example.com:8080/"],
    ["https://@hooks.example.com/", "https://hooks.example.com/"],
    ["https://8.8.8.8/", "https://8.8.8.8/"],
    ["https://134744072/", "https://8.8.8.8/"],
    ["https://[2606:4700::1111]/", "https://[2606:4700::1111]/"],
    ["https://localhost.example.com/", "https://localhost.example.com/"],
    ["https://notlocalhost.com/", "https://notlocalhost.com/"],
    ["https://hooks.notlocal/", "https://hooks.notlocal/"],
    ["https://internal.example.com/", "https://internal.example.com/"],
    ["https:hooks.example.com\\x", "https://hooks.example.com/x"],
    [" https://hooks.exa\tmple.com/\n", "https://hooks.example.com/"],
  ])("allows %j as %s", (input, href) => {
    expect(verdict(input, strict)).toBe(href);
  });

  test.each([
    ...["", "hooks.example.com", "//hooks.example.com", "/path", "http://hooks.example.com/", "https://"],
    ...["https://hooks.example.com:65536/", ...blockedForms, ...tooLongUrls],
  ])("refuses %s", (input) => {
    expect(verdict(input, strict)).toBe("blocked");
  });

  test("refuses more than 2,048 characters, before and after normalising", () => {
    const start = "https://hooks.example.com/";
    expect(verdict(start + "a".repeat(2048 - start.length), strict)).not.toBe("blocked");
    expect(verdict(start + "a".repeat(2049 - start.length), strict)).toBe("blocked");
    expect(verdict(start + "é".repeat(1000), strict)).toBe("blocked");
    expect(verdict(start + "\t".repeat(2048), strict)).toBe("blocked");
  });

  test.each([
    ["x".repeat(2049), "longer than 2048 characters"],
    [`https://hooks.example.com/${"é".repeat(1000)}`, "longer than 2048 characters"],
    ["hooks.example.com", "not a URL"],
    ["ftp://hooks.example.com/", "scheme ftp:"],
    ["http://hooks.example.com/", "plain http"],
    ["https://user@hooks.example.com/", "user name or password in the URL"],
    ["https://hooks.example.com/#", "fragment in the URL"],
    ["https://hooks..example.com/", "host name with an empty label"],
    ["https://localhost./", "host name localhost"],
    ["https://printer.local/", "host name printer.local"],
    ["https://127.1/", "loopback"],
    ["https://8.8.8.8:25/", "port 25"],
    ["https://hooks.example.com:22/", "port 22"],
  ])("tells the operator why: %s", (input, reason) => {
    expect(checkUrl(input, strict)).toEqual({ kind: "blocked", reason });
  });

  test("tells the tenant one thing", () => {
    expect(blockedMessage).toBe("Blocked by egress policy");
  });

  test("lets a name use any port when it may lead to an allowed address, which the look-up will tell", () => {
    expect(verdict("https://hooks.example.com:9000/", local)).toBe("https://hooks.example.com:9000/");
  });

  test("opens the ports an operator adds", () => {
    const policy = { ...strict, ports: [9000] };
    expect(verdict("https://hooks.example.com:9000/", policy)).toBe("https://hooks.example.com:9000/");
    expect(verdict("https://hooks.example.com:9001/", policy)).toBe("blocked");
    expect(verdict("https://127.0.0.1:9000/", policy)).toBe("blocked");
  });

  test("lets a literal inside the allow list in on any port, and nothing beside it", () => {
    for (const host of ["127.0.0.1", "127.1", "2130706433", "[::ffff:127.0.0.1]"]) {
      expect(verdict(`http://${host}:54321/`, local)).not.toBe("blocked");
      expect(verdict(`http://${host}:54321/`, { ...local, allowHttp: false })).toBe("blocked");
    }
    for (const host of [
      "127.0.0.2",
      "localhost",
      "x.localhost",
      "[::1]",
      "[64:ff9b::127.0.0.1]",
      "10.0.0.1",
    ]) {
      expect(verdict(`http://${host}/`, local)).toBe("blocked");
    }
  });

  test("is a fixed point: what it returns is allowed again, unchanged", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (input) => {
        const once = verdict(input, open);
        if (once !== "blocked") expect(verdict(once, open)).toBe(once);
      }),
      { numRuns: 40 },
    );
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `https://${text}`),
        ),
        (input) => {
          expect(["allowed", "blocked"]).toContain(checkUrl(input, strict).kind);
        },
      ),
    );
  });
});
