import { describe, expect, test } from "vitest";
import { egressProxyName, parseEgressProxy } from "#lib/delivery/egress-proxy.ts";

describe("parseEgressProxy", () => {
  test.each([
    ["http://proxy:3128", "proxy", 3128, false],
    ["http://proxy.example.com/", "proxy.example.com", 80, false],
    ["https://proxy.example.com", "proxy.example.com", 443, true],
    ["http://10.0.0.5:8080", "10.0.0.5", 8080, false],
    ["http://[fd00::1]:3128", "fd00::1", 3128, false],
  ])("reads %s", (text, hostname, port, isSecure) => {
    expect(parseEgressProxy(text)).toEqual({ hostname, port, isSecure, authorization: undefined });
  });

  test.each([
    ["http://user:pass@proxy:3128", "user:pass"],
    ["http://user@proxy:3128", "user:"],
    ["http://a%40b:p%3Aw%2F@proxy:3128", "a@b:p:w/"],
  ])("reads the credentials of %s", (text, credentials) => {
    expect(parseEgressProxy(text)?.authorization).toBe(
      `Basic ${Buffer.from(credentials).toString("base64")}`,
    );
  });

  test.each([
    ...["", "proxy", "proxy:3128", "socks5://proxy:1080", "http://", "http://proxy:3128/path"],
    ...["http://proxy:3128?x", "http://proxy:3128#x", "http://us%er@proxy:3128", "ftp://proxy:3128"],
  ])("refuses %j", (text) => {
    expect(parseEgressProxy(text)).toBeUndefined();
  });

  test.each([
    ["http://user:s3cret@proxy:3128", "http://proxy:3128"],
    ["https://user:s3cret@[fd00::1]", "https://[fd00::1]:443"],
  ])("is named without its credentials: %s", (text, name) => {
    const proxy = parseEgressProxy(text);
    expect(proxy && egressProxyName(proxy)).toBe(name);
  });
});
