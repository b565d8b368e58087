const maxHeaders = 20;
const maxNameLength = 128;
const maxValueLength = 4096;

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const printable = /^[\x20-\x7e]*$/;

const refusedNames = new Set([
  "host",
  "content-length",
  "content-type",
  "transfer-encoding",
  "connection",
  "upgrade",
  "expect",
  "te",
  "trailer",
  "keep-alive",
]);
const refusedPrefixes = ["proxy-", "webhook-"];

/** Stands for a header's value in every answer; given back in an update it keeps the stored value. */
export const maskedHeader = "••••";

export type HeaderProblem = { path: string; message: string };

/** Lists what keeps these headers from being sent with a webhook; `path` is the header's name, or empty for the set as a whole. */
export function checkHeaders(headers: Record<string, string>): HeaderProblem[] {
  const entries = Object.entries(headers);
  const problems: HeaderProblem[] = [];
  if (entries.length > maxHeaders) problems.push({ path: "", message: `At most ${maxHeaders} headers` });
  const seen = new Set<string>();
  for (const [name, value] of entries) {
    const message = nameProblem(name, seen) ?? valueProblem(value);
    if (message) problems.push({ path: name, message });
    seen.add(name.toLowerCase());
  }
  return problems;
}

/** True for a header that Posthorn or the connection sets itself, in any case. */
export function isRefusedHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return refusedNames.has(lower) || refusedPrefixes.some((prefix) => lower.startsWith(prefix));
}

function nameProblem(name: string, seen: ReadonlySet<string>): string | undefined {
  if (name.length > maxNameLength) return `A header name has at most ${maxNameLength} characters`;
  if (!token.test(name)) return "A header name is made of letters, digits and !#$%&'*+-.^_`|~";
  if (isRefusedHeader(name)) return `${name} is set by Posthorn and cannot be changed`;
  if (seen.has(name.toLowerCase())) return `${name} is given twice`;
  return undefined;
}

function valueProblem(value: string): string | undefined {
  if (value.length > maxValueLength) return `A header value has at most ${maxValueLength} characters`;
  if (!printable.test(value)) return "A header value is made of printable ASCII characters, on one line";
  return undefined;
}
