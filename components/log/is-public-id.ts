import { idPrefixes } from "#lib/contracts/ids.ts";

const publicId = new RegExp(`^(${Object.values(idPrefixes).join("|")})_[0-7][0-9a-hjkmnp-tv-z]{25}$`);

/** Whether a search names one object; then the window does not matter. */
export function isPublicId(text: string): boolean {
  return publicId.test(text.trim());
}
