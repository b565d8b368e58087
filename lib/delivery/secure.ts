import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { certificateFailure } from "./certificate-failure.ts";
import type { SendError } from "./send-result.ts";
import { handshakeFailure } from "./transport-failure.ts";

export type Secured = { kind: "secured"; socket: TLSSocket } | { kind: "failed"; error: SendError };

/** Speaks TLS over an open socket and verifies the certificate for `hostname` (no brackets); closes the socket on failure. */
export async function secure(socket: Socket, hostname: string, signal: AbortSignal): Promise<Secured> {
  const secured = startTls(socket, hostname);
  secured.on("error", ignore);
  try {
    await once(secured, "secureConnect", { signal });
  } catch (error) {
    socket.destroy();
    return { kind: "failed", error: handshakeFailure(error) };
  }
  if (secured.authorized) return { kind: "secured", socket: secured };
  const certificate = secured.getPeerCertificate();
  socket.destroy();
  const code = String(secured.authorizationError);
  return { kind: "failed", error: certificateFailure({ code, certificate, hostname, now: new Date() }) };
}

// Node drops the certificate together with a connection it rejects itself, and we want to say what was wrong with it.
// So the verdict, which Node reaches all the same, is read from `authorized` before a byte of the request is written.
function startTls(socket: Socket, hostname: string): TLSSocket {
  return connect({
    socket,
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false,
  });
}

// A socket between two owners must not throw its error into the process; whoever awaits it sees it closed.
function ignore(): void {}
