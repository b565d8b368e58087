import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

/** The base64 text of 32 random bytes kept in `path` (mode 600), made on first use and the same ever after. */
export async function keptSecret(path: string): Promise<string> {
  try {
    await writeFile(path, randomBytes(32).toString("base64"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
