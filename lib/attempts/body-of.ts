import type { HttpBody } from "../contracts/http-message.ts";

export const noBody: HttpBody = { text: null, base64: null, bytes: 0, truncated: false };

/** Bytes as the API shows them: text when they are UTF-8 without NUL (a truncated last character is dropped), else base64. */
export function bodyOf(bytes: Uint8Array, { truncated }: { truncated: boolean }): HttpBody {
  const text = textOf(bytes, truncated);
  const base64 = text === null ? Buffer.from(bytes).toString("base64") : null;
  return { text, base64, bytes: bytes.length, truncated };
}

function textOf(bytes: Uint8Array, truncated: boolean): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: truncated });
  } catch {
    return null;
  }
}
