import { parseArgs } from "node:util";
import { z } from "zod";
import { suggestTenantName } from "#lib/contracts/tenant-name.ts";
import { closeDatabases } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { prepareDatabase } from "#lib/migrate/prepare-database.ts";
import { bootstrap } from "#lib/users/bootstrap.ts";

const usage = "npm run bootstrap -- --email you@example.com --password … --tenant Acme [--json]";

const options = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address")),
  password: z.string().min(1, "must not be empty").max(200),
  tenant: z.string().trim().min(1).max(100).optional(),
  json: z.boolean().default(false),
});

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabases();
}

/** Makes (or finds) a user and a tenant and prints what a producer needs to send its first event. */
async function run(): Promise<void> {
  const { email, password, tenant, json } = readOptions();
  const { databaseUrl, retentionDays, url } = env();
  await prepareDatabase({ databaseUrl, retentionDays });
  const tenantName = tenant || suggestTenantName({ name: email.split("@")[0] ?? "", email });
  const answer = { ...(await bootstrap({ email, password, tenantName })), url };
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : toText({ ...answer, email, tenantName }));
}

function readOptions(): z.output<typeof options> {
  const string = { type: "string" } as const;
  const { values } = parseArgs({
    options: { email: string, password: string, tenant: string, json: { type: "boolean" } },
  });
  const parsed = options.safeParse(values);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) =>
    values[issue.path[0] as keyof typeof values] === undefined
      ? `--${String(issue.path[0])} is missing`
      : `--${String(issue.path[0])} ${issue.message}`,
  );
  throw new Error(`${faults.join("\n")}\nUsage: ${usage}`);
}

type Facts = Record<"email" | "tenantName" | "tenantId" | "applicationId" | "apiKey" | "url", string>;

function toText({ email, tenantName, tenantId, applicationId, apiKey, url }: Facts): string {
  const lines = [
    `${email} owns the tenant ${tenantName} (${tenantId}).`,
    `Its default application is ${applicationId}.`,
    `API key, shown this once: ${apiKey}`,
    "Keys of earlier runs end in a day. Send the first event:",
    "",
    `curl ${url}/api/v1/events \\`,
    `  -H "authorization: Bearer ${apiKey}" -H "content-type: application/json" \\`,
    `  -d '{ "type": "invoice.paid", "data": { "amount": 4200 } }'`,
  ];
  return `${lines.join("\n")}\n`;
}
