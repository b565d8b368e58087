import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { seedDemo } from "./seed/seed-demo.ts";

const usage = "npm run seed -- [--events 20000] [--password …]";

const options = z.object({
  events: z.coerce.number().int().min(0).max(2_000_000).default(20_000),
  password: z.string().min(10, "must have at least 10 characters").max(200).optional(),
});

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabases();
}

/** Fills the database with a believable tenant and prints how to sign in to it. */
async function run(): Promise<void> {
  const { events, password = randomBytes(9).toString("base64url") } = readOptions();
  const startedAt = performance.now();
  const { slug, counts, people } = await seedDemo({ events, password, now: new Date() });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const lines = [
    `Northwind Billing: ${counts.events} events, ${counts.deliveries} deliveries, ${counts.attempts} attempts in ${seconds} s.`,
    "",
    `  ${env().url}/${slug}`,
    `  password  ${password}  (set anew by every run)`,
    ...people.map(({ email, role }) => `  ${role.padEnd(9)} ${email}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function readOptions(): z.output<typeof options> {
  const string = { type: "string" } as const;
  const { values } = parseArgs({ options: { events: string, password: string } });
  const parsed = options.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `--${String(issue.path[0])} ${issue.message}`);
  throw new Error(`${faults.join("\n")}\nUsage: ${usage}`);
}
