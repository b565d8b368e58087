import type { IncomingMessage, ServerResponse } from "node:http";
import { count, observeSince } from "./metrics.ts";

export type AnsweredRequest = { method: string; route: string; status: number; startedAtMs: number };

const methods: readonly string[] = ["GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS"];

/** Counts and times a request that was answered; `route` must be one of few values that no caller can make up. */
export function measureHttp({ method: given, route, status, startedAtMs }: AnsweredRequest): void {
  const method = methods.includes(given) ? given : "other";
  count("posthorn_http_requests_total", { method, route, status: String(status) });
  observeSince("posthorn_http_request_seconds", startedAtMs, { method, route });
}

/** Measures a request for a page once it is answered: all pages are one route, what they load is another. */
export function measurePage({ method = "", url = "" }: IncomingMessage, response: ServerResponse): void {
  const startedAtMs = performance.now();
  const route = url.startsWith("/_next/") ? "(asset)" : "(page)";
  response.once("finish", () => measureHttp({ method, route, status: response.statusCode, startedAtMs }));
}
