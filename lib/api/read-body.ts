import { endOfString } from "../end-of-string.ts";
import { AppError } from "../errors.ts";

const maxDepth = 128;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export type JsonBody = { text: string; json: unknown };

/** Reads a JSON body of at most `maxBytes`, never more of it than that. Throws 400, 413 or 415. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<JsonBody> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type))
    throw new AppError("unsupported_media_type");
  const text = decode(await readBytes(request, maxBytes));
  if (isTooDeep(text))
    throw new AppError("invalid_json", { detail: `Nesting is limited to ${maxDepth} levels.` });
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    throw new AppError("invalid_json");
  }
}

/** Whether a request announces or carries a body at all. */
export function hasBody(request: Request): boolean {
  const length = request.headers.get("content-length");
  return length === null ? request.headers.has("transfer-encoding") : length !== "0";
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = Number.parseInt(request.headers.get("content-length") ?? "", 10);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (announced <= maxBytes) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("body_too_large", { detail: `The body may hold at most ${maxBytes} bytes.` });
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new AppError("invalid_json", { detail: "The body is not valid UTF-8." });
  }
}

/** Counts brackets outside strings before the text is parsed, so that hostile nesting costs one pass. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) at = endOfString(text, at) - 1;
    else if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
