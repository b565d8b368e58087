/** The ways in which a secret may be written down, each as text that betrays it: as it is, escaped, in base64 and in hex. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...inBase64(bytes),
    ...decoded(secret).flatMap((key) => [key.toString("hex"), ...inBase64(key)]),
  ];
  return [...new Set(forms)];
}

/** Standard and for URLs, wherever the bytes stand in a longer text: what the neighbours change is cut off. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(2)]);
    const from = Math.ceil((before * 4) / 3);
    const to = Math.floor(((before + bytes.length) * 4) / 3);
    return (["base64", "base64url"] as const).map((alphabet) => padded.toString(alphabet).slice(from, to));
  });
}

/** What a Standard Webhooks secret or an API key holds behind its prefix, the bytes of the former as well. */
function decoded(secret: string): Buffer[] {
  const key = /^whsec_(.+)$/.exec(secret)?.[1];
  if (key !== undefined) return [Buffer.from(key), Buffer.from(key, "base64")];
  const hidden = /^phk_\w{8}_(.+)$/.exec(secret)?.[1];
  return hidden === undefined ? [] : [Buffer.from(hidden), Buffer.from(hidden, "base64url")];
}
