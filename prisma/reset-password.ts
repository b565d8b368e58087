import { parseArgs } from "node:util";
import { closeDatabases, prisma } from "#lib/db.ts";
import { stopBoss } from "#lib/queue/boss.ts";
import { issueLink } from "#lib/users/account-token.ts";
import { removeSecondFactor } from "#lib/users/second-factor/remove.ts";

const usage = "npm run reset-password -- --email you@example.com [--turn-off-two-step]";

try {
  process.stdout.write(`${await makeLink()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await stopBoss();
  await closeDatabases();
}

/** A link to set a new password, for whoever runs Posthorn to hand to its owner, who may have lost their phone as well. */
async function makeLink(): Promise<string> {
  const { values } = parseArgs({
    options: { email: { type: "string" }, "turn-off-two-step": { type: "boolean" } },
  });
  const email = values.email?.trim().toLowerCase();
  if (!email) throw new Error(`--email is missing\nUsage: ${usage}`);
  const user = await prisma().user.findUnique({ where: { email } });
  if (!user) throw new Error(`There is no account for ${email}.`);
  if (values["turn-off-two-step"])
    await removeSecondFactor({ user, ipAddress: undefined, isByAnybody: true });
  return prisma().$transaction((tx) => issueLink(tx, "reset-password", { userId: user.id, email }));
}
