import type { HttpBody } from "#lib/contracts/http-message.ts";

export interface BodyFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of a body as a file: `request-body.json`, `.txt` for other text and `.bin` for what is none. */
export function bodyFile({ text, base64 }: HttpBody, label: string): BodyFile {
  const stem = label.replaceAll(" ", "-").toLowerCase();
  if (text === null) return { name: `${stem}.bin`, bytes: Uint8Array.from(atob(base64 ?? ""), codeOf) };
  return { name: `${stem}.${isJson(text) ? "json" : "txt"}`, bytes: new TextEncoder().encode(text) };
}

/** Hands a file to the browser to be saved, never to be shown: what a receiver answered could be a page of its own. */
export function saveBody({ name, bytes }: BodyFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
