import { maxLogoBytes } from "../contracts/portal-settings.ts";
import { invalid } from "../errors.ts";

type Logo = { logo: Uint8Array<ArrayBuffer> | null; logoType: string | null };

/**
 * The bytes and type of a logo given as a data URL; null takes it away. The type is what the bytes say, never what the URL
 * says, and only of formats that hold no scripts: PNG (its signature), JPEG (SOI marker) and WebP (RIFF header). Throws 422.
 */
export function readLogo(dataUrl: string | null): Logo {
  if (dataUrl === null) return { logo: null, logoType: null };
  const bytes = new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64"));
  if (bytes.length > maxLogoBytes) throw invalid("logo", "must be at most 64 KiB");
  const logoType = typeOf(Buffer.from(bytes));
  if (!logoType) throw invalid("logo", "must be a PNG, JPEG or WebP image");
  return { logo: bytes, logoType };
}

function typeOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 8).toString("latin1") === "\x89PNG\r\n\x1a\n") return "image/png";
  if (bytes.subarray(0, 3).toString("latin1") === "\xff\xd8\xff") return "image/jpeg";
  const isRiff = bytes.subarray(0, 4).toString("latin1") === "RIFF";
  return isRiff && bytes.subarray(8, 12).toString("latin1") === "WEBP" ? "image/webp" : undefined;
}
