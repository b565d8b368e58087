import type { Attempt } from "#lib/contracts/deliveries.ts";

// curl works these out by itself, and a wrong length would break the request.
const leftOut = new Set(["host", "content-length", "connection", "transfer-encoding"]);

/** The request as a command that sends the same bytes again; masked header values stay masked. */
export function curlCommand({ method, url, headers, body }: Attempt["request"]): string {
  const lines = [
    `curl -X ${method} ${quoted(url)}`,
    ...headers
      .filter(([name]) => !leftOut.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(body.text ?? "")}`,
  ];
  return lines.join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
