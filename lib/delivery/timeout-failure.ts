import type { SendError } from "./send-result.ts";
import type { Phase } from "./stopwatch.ts";

const progress: Record<Phase, string> = {
  dns: "waiting for DNS",
  connect: "name resolved, waiting for the connection",
  tls: "connected, in the TLS handshake",
  send: "connected, sending the request",
  headers: "connected, request sent, waiting for headers",
  body: "headers received, waiting for the body",
};

/** The deadline passed; says how far the attempt had come. */
export function timeoutFailure(phase: Phase, timeoutMs: number): SendError {
  return { kind: "timeout", message: `no answer within ${timeoutMs / 1000} s (${progress[phase]})` };
}
