import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "#lib/content-security-policy.ts";

const page = { nonce: "bm9uY2U=", isDevelopment: false, isSecure: true };

test("the style sheet that the toasts add is the one the policy knows", async () => {
  const source = await readFile("node_modules/sonner/dist/index.mjs", "utf8");
  const css: unknown = JSON.parse(/^__insertCSS\((".*")\);$/m.exec(source)?.[1] ?? '""');
  const hash = createHash("sha256").update(String(css)).digest("base64");
  expect(contentSecurityPolicy(page)).toContain(`'sha256-${hash}'`);
});

test("over https nothing is loaded without it", () => {
  expect(contentSecurityPolicy(page)).toContain("upgrade-insecure-requests");
  expect(contentSecurityPolicy({ ...page, isSecure: false })).not.toContain("upgrade-insecure-requests");
});

test("only development tools may evaluate texts", () => {
  expect(contentSecurityPolicy(page)).not.toContain("unsafe-eval");
  expect(contentSecurityPolicy({ ...page, isDevelopment: true })).toContain("'unsafe-eval'");
});
