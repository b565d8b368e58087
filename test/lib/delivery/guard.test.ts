import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockedMessage, checkUrl, type EgressPolicy } from "#lib/delivery/guard.ts";

const strict: EgressPolicy = { allowHttp: false, allowCidrs: [] };
const open: EgressPolicy = { allowHttp: true, allowCidrs: [] };
const local: EgressPolicy = { allowHttp: true, allowCidrs: ["127.0.0.1/32"] };

function verdict(input: string, policy: EgressPolicy): string {
  const checked = checkUrl(input, policy);
  return checked.kind === "allowed" ? checked.url.href : "blocked";
}

const spellingsOfLoopback = [
  ...["127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.0.0.01", "127.0.0.001", "0177.0.0.1"],
  ...["0x7f.0.0.1", "0x7f.1", "0X7F.0.0.1", "0x7f000001", "2130706433", "017700000001", "0x7F.0x0.0x0.0x1"],
  ...[
    "%31%32%37.0.0.1",
    "%6c%6fcalhost",
    "１２７.0.0.1",
    "127。0。0。1",
    "127．0．0．1",
    "127｡0｡0｡1",
    "①②⑦.⓪.⓪.①",
  ],
  ...[
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::ffff:0:127.0.0.1]",
  ],
  ...[
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::127.0.0.1]",
    "[2002:7f00:1::]",
    "[0000::0001]",
    "0",
    "0.0.0.0",
    "[::]",
  ],
  ...["localhost", "LOCALHOST", "localhost.", "ⓛocalhost", "x.localhost", "localho\u00ADst"],
];

const forbiddenHosts = [
  ...[
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
  ],
  ...[
    "255.255.255.255",
    "192.0.2.1",
    "168.63.129.16",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[ff02::1]",
    "[2001:db8::1]",
  ],
  ...[
    "[fe80::1%25eth0]",
    "[fe80::1%eth0]",
    "intranet",
    "intranet.",
    "printer.local",
    "db.internal",
    "metadata.google.internal",
  ],
  ...[
    "a..b",
    "example.com..",
    ".",
    "..",
    "1.2.3.4.5",
    "256.256.256.256",
    "example.0x7f",
    "exa mple.com",
    "exam<ple.com",
  ],
];

describe("checkUrl", () => {
  test.each([...spellingsOfLoopback, ...forbiddenHosts])("refuses the host %s", (host) => {
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
    ...[
      "",
      "hooks.example.com",
      "//hooks.example.com",
      "/path",
      "http://hooks.example.com/",
      "ftp://hooks.example.com/",
    ],
    ...[
      "file:///etc/passwd",
      "gopher://hooks.example.com/",
      "data:text/plain,x",
      "javascript:alert(1)",
      "ws://a.example/",
    ],
    ...[
      "https+unix://hooks.example.com/",
      "https://user@hooks.example.com/",
      "https://:pw@hooks.example.com/",
    ],
    ...[
      "https://user:pw@hooks.example.com/",
      "https://hooks.example.com/#",
      "https://hooks.example.com/#x",
      "https://",
    ],
    ...["https://hooks.example.com:22/", "https://hooks.example.com:9000/", "https://hooks.example.com:0/"],
    ...[
      "https://hooks.example.com:65536/",
      "https://8.8.8.8:25/",
      "https://evil.com@127.0.0.1/",
      "https://127.0.0.1\\@a.example/",
    ],
  ])("refuses %j", (input) => {
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
