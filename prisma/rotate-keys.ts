import { closeDatabases } from "#lib/db.ts";
import { type Rotated, rotateMasterKey } from "#lib/master-key/rotate.ts";

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabases();
}

/** Seals every secret under POSTHORN_SECRET_KEY, says what it did to each column, and whether former keys can go. */
async function run(): Promise<number> {
  const all: Rotated[] = [];
  await rotateMasterKey((rotated) => {
    all.push(rotated);
    process.stdout.write(`${lineOf(rotated)}\n`);
  });
  const [unreadable, former] = [sum(all, "unreadable"), sum(all, "former")];
  if (former === 0) process.stdout.write("Done: former keys can go from POSTHORN_SECRET_KEY_PREVIOUS.\n");
  else if (unreadable > 0)
    process.stderr.write(`${unreadable} values do not open for their row: ${advice}\n`);
  else process.stderr.write("Some process still seals with a former key: restart it, then run this again.\n");
  return former === 0 ? 0 : 1;
}

const advice = "they are damaged or were copied there from elsewhere. They stay as they were.";

function lineOf({ name, resealed, already, unreadable }: Rotated): string {
  const faults = unreadable === 0 ? "" : `, ${unreadable} unreadable`;
  return `${name.padEnd(28)} ${resealed} sealed anew, ${already} already under the present key${faults}`;
}

function sum(all: readonly Rotated[], count: "unreadable" | "former"): number {
  return all.reduce((total, rotated) => total + rotated[count], 0);
}
