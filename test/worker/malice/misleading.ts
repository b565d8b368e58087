import type { BadReceiver } from "./bad-receiver.ts";
import { answers } from "./bad-receiver.ts";

const redirects = [300, 301, 302, 303, 304, 305, 307, 308];
const places = [
  "http://169.254.169.254/latest/meta-data/iam/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://[fd00:ec2::254]/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/_FLUSHALL",
  "//localhost:5432/",
  "/elsewhere",
  "\u0001 nonsense",
];

/** Redirects of every kind, to each place that must not be asked. */
export const redirecting: BadReceiver[] = [
  ...redirects.map((status) => redirect(status, "http://169.254.169.254/latest/meta-data/")),
  ...places.map((place) => redirect(307, place)),
];

function redirect(status: number, location: string): BadReceiver {
  return answers(
    `redirects by ${status} to ${location}`,
    "redirect",
    `HTTP/1.1 ${status} Elsewhere\r\nLocation: ${location.replace("\u0001", "\t")}\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** What a Retry-After may hold, and the least and the most seconds that may be waited for it, jitter aside. */
export const retryAfters: { status: 429 | 503; value: string; least: number; most: number }[] = [
  { status: 429, value: "-1", least: 100, most: 100 },
  { status: 429, value: "9".repeat(300), least: 86_400, most: 86_400 },
  { status: 429, value: "1e9", least: 100, most: 100 },
  { status: 503, value: "Infinity", least: 100, most: 100 },
  { status: 503, value: "soon; or later", least: 100, most: 100 },
  { status: 503, value: "Thu, 01 Jan 1970 00:00:00 GMT", least: 100, most: 100 },
  { status: 503, value: "Fri, 31 Dec 9999 23:59:59 GMT", least: 86_400, most: 86_400 },
  { status: 429, value: "Fri, 99 Foo 9999 99:99:99 GMT", least: 100, most: 100 },
  { status: 429, value: "3600", least: 3_600, most: 3_600 },
];
