import { blockedMessage } from "#lib/delivery/guard.ts";
import { timeoutFailure } from "#lib/delivery/timeout-failure.ts";
import {
  acceptsJson,
  acceptsSilently,
  answers,
  type Behaviour,
  exceptWithin,
  fails,
  mostly,
} from "./outcomes.ts";

const errorPage = (status: string) =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n</body>\r\n</html>\r\n`;
const html: [string, string][] = [["content-type", "text/html"]];

const badGateway = answers({ status: 502, medianMs: 40, headers: html, body: errorPage("502 Bad Gateway") });
const unavailable = answers({
  status: 503,
  medianMs: 30,
  headers: html,
  body: errorPage("503 Service Unavailable"),
});
const broken = answers({ status: 500, medianMs: 220, body: '{"error":"internal"}' });
const throttled = answers({ status: 429, medianMs: 12, headers: [["retry-after", "30"]], body: "slow down" });
const hungUp = fails(
  { kind: "protocol", message: "connection closed before an answer (request sent)" },
  { afterMs: 900, reached: "connection" },
);
const lost = fails(
  {
    kind: "unknown",
    message: "Our worker stopped during this attempt; whether the receiver got it is unknown.",
  },
  { afterMs: 0, reached: "nothing" },
);
const refused = fails(
  { kind: "connect", message: "connection refused by 203.0.113.24:443" },
  { afterMs: 25, reached: "address" },
);
const slowness = fails(timeoutFailure("headers", 15_000), { afterMs: 15_003, reached: "connection" });

export const healthy: Behaviour = mostly(acceptsJson(85), [0.003, broken]);
export const brisk: Behaviour = mostly(acceptsSilently(28), [0.001, unavailable]);
export const slow: Behaviour = mostly(acceptsJson(3_400), [0.06, slowness], [0.01, broken]);
export const flaky: Behaviour = mostly(
  acceptsJson(160),
  [0.05, badGateway],
  [0.04, unavailable],
  [0.02, throttled],
  [0.015, hungUp],
  [0.002, lost],
);

/** Fine until `since`, then overloaded for some hours, then not even listening. */
export function failingSince(since: Date): Behaviour {
  const gone = new Date(since.getTime() + 5 * 3_600_000);
  return exceptWithin(acceptsJson(140), [
    { from: since, to: gone, behaves: unavailable },
    { from: gone, to: new Date(8.64e15), behaves: refused },
  ]);
}

/** Fine until `since`, then wants no more webhooks. */
export function goneSince(since: Date): Behaviour {
  const farewell = answers({ status: 410, medianMs: 35, body: "This integration has been removed." });
  return exceptWithin(acceptsJson(110), [{ from: since, to: new Date(8.64e15), behaves: farewell }]);
}

/** A receiver with a history: one incident after the other, each repaired. */
export function accidentProne(daysAgo: (days: number) => Date): Behaviour {
  const incident = (from: number, to: number, behaves: Behaviour) => ({
    from: daysAgo(from),
    to: daysAgo(to),
    behaves,
  });
  const expiry = daysAgo(21).toISOString().slice(0, 10);
  const moved = [["location", "https://crm.northwind.example/hooks/v2"]] as [string, string][];
  const unauthorized = answers({ status: 401, medianMs: 45, body: '{"error":"bad token"}' });
  return exceptWithin(mostly(acceptsJson(310), [0.01, broken]), [
    incident(
      21,
      19.6,
      fails({ kind: "tls", message: `certificate has expired (notAfter ${expiry})` }, handshake),
    ),
    incident(16, 15.2, answers({ status: 308, medianMs: 20, headers: moved })),
    incident(
      11,
      10.7,
      fails({ kind: "dns", message: "crm.northwind.example does not exist in DNS" }, nowhere),
    ),
    incident(7, 6.4, unauthorized),
    incident(4.4, 3.3, fails({ kind: "blocked", message: blockedMessage }, nowhere)),
    incident(1.4, 1, badGateway),
  ]);
}

const handshake = { afterMs: 70, reached: "address" } as const;
const nowhere = { afterMs: 8, reached: "nothing" } as const;
