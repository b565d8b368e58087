import { hash, verify } from "@node-rs/argon2";

/** Hashes a password with Argon2id and a random salt, in the least costly setting the OWASP cheat sheet allows. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), cost);
}

/**
 * Whether the password is the one that was hashed. Without a hash (no such account, or one without a password) it answers
 * false after the same work, so that the time tells nobody which accounts exist.
 */
export async function verifyPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNobody()), normalize(password));
  return matches && passwordHash !== undefined;
}

const algorithmArgon2id = 2;
const cost = { algorithm: algorithmArgon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword("the password of nobody");
  return nobody;
}

/** One password typed on two keyboards may differ in its code points (NIST SP 800-63B §3.1.1.2). */
function normalize(password: string): string {
  return password.normalize("NFKC");
}
