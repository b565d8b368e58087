import { afterAll, beforeAll, test } from "vitest";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { newAddress } from "#test/support/people.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { sweep } from "#worker/sweep.ts";

let worker: RunningWorker;

beforeAll(async () => {
  worker = await runWorker();
});

afterAll(async () => {
  await worker.stop();
  await closeDatabases();
});

test("an e-mail whose job was lost is worked off after the next sweep", async () => {
  const recipient = newAddress();
  await prisma().$transaction(async (tx) => {
    await enqueueEmail(tx, { tenantId: null, recipient, subject: "Subject", text: "text" });
    await tx.$executeRaw`DELETE FROM pgboss.job WHERE name = 'send-email'`;
  });
  await pool().query("UPDATE emails SET created_at = now() - interval '2 min' WHERE recipient = $1", [
    recipient,
  ]);
  await sweep(worker.lanes);
  await waitFor("the e-mail to be kept", async () => {
    const email = await prisma().email.findFirst({ where: { recipient } });
    return email?.status === "kept";
  });
});
