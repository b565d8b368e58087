import { expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { enqueueEmail, sealOwner } from "#lib/emails/enqueue.ts";
import { sendEmail } from "#lib/emails/send.ts";
import { boss } from "#lib/queue/boss.ts";
import { open } from "#lib/vault.ts";
import { insertTenant } from "#test/support/rows.ts";

const letter = {
  recipient: "ada@example.com",
  subject: "Hello\r\nBcc: eve@example.com",
  text: "secret link",
};

test("without SMTP_URL an e-mail is kept, sealed, to be read in the mailbox", async () => {
  const { tenantId } = await insertTenant();
  await prisma().$transaction((tx) => enqueueEmail(tx, { tenantId, ...letter }));
  const { id } = await prisma().email.findFirstOrThrow({ where: { tenantId } });
  await sendEmail(id);
  const kept = await prisma().email.findUniqueOrThrow({ where: { id } });
  expect(kept).toMatchObject({ status: "kept", sentAt: null, subject: "Hello Bcc: eve@example.com" });
  expect(Buffer.from(kept.sealed).includes("secret link")).toBe(false);
  expect(open(kept.sealed, sealOwner(tenantId, id)).toString()).toBe("secret link");
});

test("an e-mail and its job are written with the change that caused them, or not at all", async () => {
  const { tenantId } = await insertTenant();
  const undone = prisma().$transaction(async (tx) => {
    await enqueueEmail(tx, { tenantId, ...letter });
    throw new Error("the change failed");
  });
  await expect(undone).rejects.toThrow();
  expect(await prisma().email.count({ where: { tenantId } })).toBe(0);
  await prisma().$transaction((tx) => enqueueEmail(tx, { tenantId, ...letter }));
  const { id } = await prisma().email.findFirstOrThrow({ where: { tenantId } });
  const queue = await boss();
  const jobs = await queue.fetch<{ emailId: string }>("send-email", { batchSize: 100 });
  expect(jobs.map((job) => job.data.emailId)).toContain(id);
});

test("an e-mail that is gone is no error", async () => {
  await expect(sendEmail("00000000-0000-7000-8000-000000000000")).resolves.toBeUndefined();
});
