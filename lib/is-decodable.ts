/** Whether a request target's percent-encoding can be read (RFC 3986 §2.1); Next would fail on one that cannot. */
export function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
