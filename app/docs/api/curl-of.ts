import type { Operation } from "#lib/contracts/operation.ts";
import { env } from "#lib/env.ts";
import { exampleBodies } from "./example-bodies.ts";

/** The operation as a curl command: it reads the key from POSTHORN_API_KEY, ids are to be replaced. */
export function curlOf({ id, method, path, access, body, answer }: Operation): string {
  const url = `${env().url}/api/v1${path.replace("{name}", "invoice.paid").replaceAll(/\{(\w+)\}/g, "$$$1")}`;
  const example = body ? toText(exampleBodies[id] ?? {}) : undefined;
  const lines = [
    `curl ${answer.stream ? "-N " : ""}${method === "get" || (method === "post" && example) ? "" : `-X ${method.toUpperCase()} `}${quoted(url)}`,
    ...(access === "public" ? [] : ['-H "Authorization: Bearer $POSTHORN_API_KEY"']),
    ...(example ? ['-H "Content-Type: application/json"', `-d '${example.replaceAll("'", "'\\''")}'`] : []),
  ];
  return `${lines.join(" \\\n  ")}\n`;
}

const longestLine = 70;

function toText(body: unknown): string {
  const line = JSON.stringify(body);
  return line.length > longestLine ? JSON.stringify(body, null, 2) : line;
}

function quoted(url: string): string {
  return url.includes("$") ? `"${url}"` : url;
}
