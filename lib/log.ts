import pino from "pino";
import { env } from "./env.ts";
import { activeTraceFields } from "./tracing.ts";

export type Logger = pino.Logger;

/** Keys whose values never reach a log line, at any depth up to three. */
const secretKeys = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "secrets",
  "apiKey",
  "token",
  "set-cookie",
  "webhook-signature",
];

const processGlobals = globalThis as { posthornLog?: Logger };

/** The process's structured log: one JSON line an entry on standard output, secrets redacted. */
export function log(): Logger {
  processGlobals.posthornLog ??= pino(
    {
      level: env().logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: activeTraceFields,
      serializers: { err: describeError },
      hooks: { streamWrite: escapeControls },
      redact: {
        paths: secretKeys.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
        censor: "[redacted]",
      },
    },
    standardOutput(),
  );
  return processGlobals.posthornLog;
}

/** JSON lets these stand, and some terminals obey them. */
function escapeControls(line: string): string {
  return line.replaceAll(/[\u007f-\u009f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}

/** Written at once, so that a crash loses no line, and without a hook at exit, which would throw where nobody reads any more. */
function standardOutput() {
  return pino.destination({ dest: 1, sync: true });
}

/** Type, message, code and stack of an error, and of what caused it; never the client, query or parameters that drivers hang on it. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    type: error.name,
    message: error.message,
    ...("code" in error ? { code: String(error.code) } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** A URL fit for logs: its query is masked, since receivers put tokens there. */
export function maskUrl(url: string): string {
  const query = url.indexOf("?");
  return query === -1 ? url : `${url.slice(0, query)}?[masked]`;
}
