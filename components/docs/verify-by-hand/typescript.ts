import type { Snippet } from "#components/ui/code-tabs.tsx";

const code = `import { createHmac, timingSafeEqual } from "node:crypto";

const toleranceSeconds = 300;

/** Whether the raw body of a request was signed with the secret, a moment ago. */
export function isVerified(secret: string, headers: Record<string, string | undefined>, body: Buffer): boolean {
  const id = headers["webhook-id"] ?? "";
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!/^\\d+$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return false;

  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(\`\${id}.\${timestamp}.\`).update(body).digest();
  return (headers["webhook-signature"] ?? "").split(" ").some((item) => {
    const [version, signature = ""] = item.split(",");
    const given = Buffer.from(signature, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
`;

export const typescript: Snippet = { label: "TypeScript", language: "typescript", code };
