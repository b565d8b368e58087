import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { parseAddress } from "./address.ts";
import { addressProblem, bareHost, blockedMessage, type EgressPolicy, isInbox } from "./guard.ts";
import type { Lookup } from "./lookup.ts";
import type { ProxyRoute } from "./proxy-gate.ts";
import { resolveTarget } from "./resolve-target.ts";
import { secure } from "./secure.ts";
import type { SendError } from "./send-result.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { connectFailure } from "./transport-failure.ts";
import { openTunnel } from "./tunnel.ts";

export type DialSettings = {
  policy: EgressPolicy;
  lookup: Lookup;
  /** The port on 127.0.0.1 where this process receives for test inboxes. */
  inboxPort: number | undefined;
  /** The operator's proxy, which every connection then goes through. */
  route: ProxyRoute | undefined;
  /** How long one of several addresses may take to connect before the next is tried. */
  patienceMs: number;
  signal: AbortSignal;
  stopwatch: Stopwatch;
};

export type Dialled =
  | { kind: "connected"; socket: Socket; remoteAddress: string }
  | { kind: "failed"; error: SendError; remoteAddress: string | null };

const maxAddresses = 4;

/**
 * Opens a connection to a URL that passed `checkUrl`: resolves once, connects to a vetted address (or has the operator's
 * proxy connect to it), checks where the socket really leads, and for https verifies the certificate for the host of the
 * URL. The signal ends it at any step.
 */
export async function dial(url: URL, settings: DialSettings): Promise<Dialled> {
  const { policy, lookup, signal, stopwatch } = settings;
  if (isInbox(url, policy)) return openInbox(settings);
  stopwatch.enter("dns");
  const target = await resolveTarget(url, policy, { lookup, signal });
  if (target.kind === "blocked") return blocked(target.reason);
  if (target.kind === "unresolved") return failed({ kind: "dns", message: target.reason }, null);
  stopwatch.enter("connect");
  const opened = await openFirst(target.addresses.slice(0, maxAddresses), url, settings);
  if (opened.kind === "failed") return opened;
  const { socket, remoteAddress } = opened;
  const reached = parseAddress(remoteAddress);
  const problem = reached ? addressProblem(url, reached, policy) : "unreadable remote address";
  if (problem) {
    socket.destroy();
    return blocked(`${url.hostname} led the socket to ${remoteAddress}: ${problem}`);
  }
  if (url.protocol === "http:") return opened;
  stopwatch.enter("tls");
  const secured = await secure(socket, bareHost(url), signal);
  if (secured.kind === "failed") return failed(secured.error, remoteAddress);
  return { kind: "connected", socket: secured.socket, remoteAddress };
}

/** The URL chose nothing but the inbox: address and port are ours. */
async function openInbox({ inboxPort, signal, stopwatch }: DialSettings): Promise<Dialled> {
  if (inboxPort === undefined) return blocked("no inbox is received for here");
  stopwatch.enter("connect");
  return open({ address: "127.0.0.1", port: inboxPort, signal });
}

async function openFirst(addresses: readonly string[], url: URL, settings: DialSettings): Promise<Dialled> {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  let last: Dialled = failed({ kind: "dns", message: `${url.hostname} has no address` }, null);
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1;
    const way = { address, port, signal: isLast ? settings.signal : impatient(settings) };
    last = await (settings.route ? openThrough(settings.route, way) : open(way));
    if (last.kind === "connected" || settings.signal.aborted || settings.route?.gate.isHolding) return last;
  }
  return last;
}

function impatient({ signal, patienceMs }: DialSettings): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
}

type Way = { address: string; port: number; signal: AbortSignal };

async function open({ address, port, signal }: Way): Promise<Dialled> {
  const socket = connect({ host: address, port, noDelay: true });
  socket.on("error", ignore);
  try {
    await once(socket, "connect", { signal });
    return { kind: "connected", socket, remoteAddress: socket.remoteAddress ?? address };
  } catch (error) {
    socket.destroy();
    return failed(connectFailure(error, authority(address, port)), address);
  }
}

/** The address is what the proxy was told to connect to; that of the proxy itself is nobody's business. */
async function openThrough(route: ProxyRoute, { address, port, signal }: Way): Promise<Dialled> {
  const tunnel = await openTunnel(route, authority(address, port), signal);
  if (tunnel.kind === "failed") return failed(tunnel.error, tunnel.error.kind === "proxy" ? null : address);
  return { kind: "connected", socket: tunnel.socket, remoteAddress: address };
}

function authority(address: string, port: number): string {
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}

function blocked(reason: string): Dialled {
  return failed({ kind: "blocked", message: blockedMessage, reason }, null);
}

function failed(error: SendError, remoteAddress: string | null): Dialled {
  return { kind: "failed", error, remoteAddress };
}

// A socket between two owners must not throw its error into the process; whoever awaits it sees it closed.
function ignore(): void {}
