import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientAddress, networkOf, notePeer } from "#lib/client-address.ts";
import { requireCidr } from "#lib/delivery/cidr.ts";
import { env } from "#lib/env.ts";

const settings = env();

function trust(...networks: string[]): void {
  settings.trustedProxies = networks.map(requireCidr);
}

afterEach(() => trust());

describe("behind our server, which notes the peer", () => {
  beforeEach(() => arriveFrom("192.0.2.1"));

  test.each([
    [[], "203.0.113.5", "203.0.113.5"],
    [[], "1.1.1.1, 203.0.113.5", "203.0.113.5"],
    [["10.0.0.0/8"], "1.1.1.1, 203.0.113.5, 10.0.0.1", "203.0.113.5"],
    [["10.0.0.0/8"], "1.1.1.1, 203.0.113.5, 10.9.0.2, 10.0.0.1", "203.0.113.5"],
    [["10.0.0.0/8", "fd00::/8"], "203.0.113.5, fd00::1, ::ffff:10.0.0.1", "203.0.113.5"],
    [["10.0.0.0/8"], "1.1.1.1, 203.0.113.5", "203.0.113.5"],
    [["10.0.0.0/8"], "10.0.0.2, 10.0.0.1", "10.0.0.2"],
    [["10.0.0.0/8"], "1.1.1.1, unknown, 10.0.0.1", undefined],
    [[], "2001:db8::1", "2001:db8::1"],
    [[], "::ffff:127.0.0.1", "127.0.0.1"],
    [[], "nonsense", undefined],
    [[], "", undefined],
  ])("trusting %j, %j came from %s", (networks, forwarded, address) => {
    trust(...networks);
    expect(clientAddress(new Headers({ "x-forwarded-for": forwarded }))).toBe(address);
  });

  test("the peer stands at the end of whatever a client sent", () => {
    expect(arriveFrom("192.0.2.1", "203.0.113.9")).toBe("203.0.113.9, 192.0.2.1");
    expect(arriveFrom("192.0.2.1")).toBe("192.0.2.1");
  });
});

test("where nobody notes the peer, a client's word of itself is not believed", () => {
  delete (globalThis as { posthornNotesPeers?: true }).posthornNotesPeers;
  const headers = new Headers({ "x-forwarded-for": "203.0.113.5" });
  expect(clientAddress(headers)).toBeUndefined();
  trust("10.0.0.0/8");
  expect(clientAddress(headers)).toBe("203.0.113.5");
});

test("whoever has a whole IPv6 network counts as one", () => {
  expect(networkOf("2001:db8:0:1::1")).toBe(networkOf("2001:db8:0:1:ffff::2"));
  expect(networkOf("2001:db8:0:1::1")).not.toBe(networkOf("2001:db8:0:2::1"));
  expect(networkOf("203.0.113.5")).toBe("203.0.113.5");
});

/** The header as it stands after our server has noted where the connection comes from. */
function arriveFrom(remoteAddress: string, forwarded?: string): string | undefined {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const request = { headers, rawHeaders: [], socket: { remoteAddress } } as unknown as IncomingMessage;
  notePeer(request);
  return String(request.headers["x-forwarded-for"]);
}
