import { randomInt } from "node:crypto";

/** First parts of our own addresses, which no tenant may take. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "_next",
  "account",
  "admin",
  "api",
  "apple-icon",
  "billing",
  "catalogue",
  "confirm-email",
  "docs",
  "favicon.ico",
  "forgot-password",
  "gallery",
  "healthz",
  "help",
  "icon",
  "icon.svg",
  "inbox",
  "invitations",
  "login",
  "logout",
  "metrics",
  "new",
  "new-tenant",
  "portal",
  "public",
  "readyz",
  "reset-password",
  "robots.txt",
  "settings",
  "sign-in",
  "sign-out",
  "sign-up",
  "sitemap.xml",
  "static",
  "status",
  "support",
]);

const maxLength = 40;
/** Letters that Unicode does not take apart into a plain one and a mark. */
const spellings: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d" };
const letters = "abcdefghjkmnpqrstvwxyz23456789";

/** The address a tenant's name suggests: `Acme & Söhne GmbH` is `acme-sohne-gmbh`. Never a reserved one, never empty. */
export function slugOf(name: string): string {
  const lower = name.toLowerCase().replace(/[ßæœøłđð]/g, (letter) => spellings[letter] ?? "");
  const plain = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, "");
  if (slug === "") return "tenant";
  return reservedSlugs.has(slug) ? `${slug}-tenant` : slug;
}

/** The same address with a random ending, for when somebody else has it. */
export function withRandomEnding(slug: string): string {
  const ending = Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `${slug.slice(0, maxLength)}-${ending}`;
}
