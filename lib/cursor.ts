import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "./env.ts";
import { AppError } from "./errors.ts";

/** A place in a list: after this row's key, or before it when walking back. */
export type Cursor = { direction: "forward" | "backward"; position: string };

const macBytes = 12;
const marks = { forward: "n", backward: "p" } as const;

/** Writes a place in a list as opaque text that only the same tenant can use again. */
export function encodeCursor(tenantId: string, { direction, position }: Cursor): string {
  const content = Buffer.from(marks[direction] + position);
  return Buffer.concat([macOf(tenantId, content), content]).toString("base64url");
}

/** Reads what `encodeCursor` wrote for this tenant; throws `invalid_cursor` when it is malformed, altered or foreign. */
export function decodeCursor(tenantId: string, text: string): Cursor {
  const bytes = Buffer.from(text, "base64url");
  const content = bytes.subarray(macBytes);
  const isOurs =
    bytes.length > macBytes + 1 && timingSafeEqual(bytes.subarray(0, macBytes), macOf(tenantId, content));
  if (!isOurs) throw new AppError("invalid_cursor", { detail: "Take cursors from an answer of this list." });
  const direction = content.toString("latin1", 0, 1) === marks.forward ? "forward" : "backward";
  return { direction, position: content.toString("utf8", 1) };
}

function macOf(tenantId: string, content: Buffer): Buffer {
  const key = Buffer.from(hkdfSync("sha256", env().secretKey, "", "posthorn cursor", 32));
  return createHmac("sha256", key).update(`${tenantId}\n`).update(content).digest().subarray(0, macBytes);
}
