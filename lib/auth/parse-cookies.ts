/** The cookies of a `Cookie` header (RFC 6265 §5.4) by name; of two with one name the first, being the more specific, counts. */
export function parseCookies(header: string): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, at)).trim();
    if (name !== "" && !(name in cookies)) cookies[name] = decodeValue(pair.slice(at + 1).trim());
  }
  return cookies;
}

function decodeValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
