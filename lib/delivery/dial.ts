import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { parseAddress } from "./address.ts";
import { certificateFailure } from "./certificate-failure.ts";
import { addressProblem, bareHost, blockedMessage, type EgressPolicy } from "./guard.ts";
import type { Lookup } from "./lookup.ts";
import { resolveTarget } from "./resolve-target.ts";
import type { SendError } from "./send-result.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { connectFailure, handshakeFailure } from "./transport-failure.ts";

export type DialSettings = {
  policy: EgressPolicy;
  lookup: Lookup;
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
 * Opens a connection to a URL that passed `checkUrl`: resolves once, connects to a vetted address, checks where the
 * socket really leads, and for https verifies the certificate for the host of the URL. The signal ends it at any step.
 */
export async function dial(url: URL, settings: DialSettings): Promise<Dialled> {
  const { policy, lookup, signal, stopwatch } = settings;
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
  return secure(opened, bareHost(url), signal);
}

async function openFirst(addresses: readonly string[], url: URL, settings: DialSettings): Promise<Dialled> {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  let last: Dialled = failed({ kind: "dns", message: `${url.hostname} has no address` }, null);
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1;
    last = await open(address, port, isLast ? settings.signal : impatient(settings));
    if (last.kind === "connected" || settings.signal.aborted) return last;
  }
  return last;
}

function impatient({ signal, patienceMs }: DialSettings): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
}

async function open(address: string, port: number, signal: AbortSignal): Promise<Dialled> {
  const socket = connect({ host: address, port, noDelay: true });
  socket.on("error", ignore);
  try {
    await once(socket, "connect", { signal });
    return { kind: "connected", socket, remoteAddress: socket.remoteAddress ?? address };
  } catch (error) {
    socket.destroy();
    const target = isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
    return failed(connectFailure(error, target), address);
  }
}

async function secure(
  { socket, remoteAddress }: { socket: Socket; remoteAddress: string },
  hostname: string,
  signal: AbortSignal,
): Promise<Dialled> {
  const secured = startTls(socket, hostname);
  secured.on("error", ignore);
  try {
    await once(secured, "secureConnect", { signal });
  } catch (error) {
    socket.destroy();
    return failed(handshakeFailure(error), remoteAddress);
  }
  if (secured.authorized) return { kind: "connected", socket: secured, remoteAddress };
  const certificate = secured.getPeerCertificate();
  socket.destroy();
  const code = String(secured.authorizationError);
  return failed(certificateFailure({ code, certificate, hostname, now: new Date() }), remoteAddress);
}

// Node drops the certificate together with a connection it rejects itself, and we want to say what was wrong with it.
// So the verdict, which Node reaches all the same, is read from `authorized` before a byte of the request is written.
function startTls(socket: Socket, hostname: string): TLSSocket {
  return connectTls({
    socket,
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false,
  });
}

function blocked(reason: string): Dialled {
  return failed({ kind: "blocked", message: blockedMessage, reason }, null);
}

function failed(error: SendError, remoteAddress: string | null): Dialled {
  return { kind: "failed", error, remoteAddress };
}

// A socket between two owners must not throw its error into the process; whoever awaits it sees it closed.
function ignore(): void {}
