import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { sendEmail } from "#lib/emails/send.ts";
import { env } from "#lib/env.ts";
import { newAddress } from "#test/support/people.ts";
import { createSmtpServer, type SmtpServer } from "#test/support/smtp-server.ts";

let server: SmtpServer;

beforeAll(async () => {
  server = await createSmtpServer();
  env().smtpUrl = server.url;
});

afterAll(() => server.close());

test("an e-mail goes out once and is marked sent", async () => {
  const { id, recipient } = await newEmail();
  await sendEmail(id);
  await sendEmail(id);
  const taken = server.messages.filter((message) => message.includes(`To: ${recipient}`));
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain("From: Posthorn <posthorn@localhost>");
  expect(taken[0]).toContain(`Message-ID: <${id}@localhost>`);
  expect(taken[0]).toContain("the text");
  expect(await stateOf(id)).toMatchObject({ status: "sent", sentAt: expect.any(Date), error: null });
});

test("a server that cannot take it now is asked again by the queue", async () => {
  const { id } = await newEmail();
  server.answers.push("451 later");
  await expect(sendEmail(id)).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ status: "failed", error: expect.stringContaining("451") });
  await sendEmail(id);
  expect(await stateOf(id)).toMatchObject({ status: "sent", error: null });
});

test("a refusal for good is not repeated", async () => {
  const { id } = await newEmail();
  server.answers.push("550 no such mailbox");
  await expect(sendEmail(id)).resolves.toBeUndefined();
  expect(await stateOf(id)).toMatchObject({ status: "failed", error: expect.stringContaining("550") });
});

test("a login that the server refuses costs no e-mail, and its words, which may hold the password, are kept nowhere", async () => {
  const { id } = await newEmail();
  env().smtpUrl = server.url.replace("//", "//posthorn:opensesame@");
  delete (globalThis as { posthornMailer?: unknown }).posthornMailer;
  const said = Buffer.from("\0posthorn\0opensesame").toString("base64");
  server.logins.push(`535 5.7.8 no such login: ${said}`);
  const error = "The mail server refused the login of SMTP_URL.";
  await expect(sendEmail(id)).rejects.toEqual(new Error(error));
  expect(await stateOf(id)).toMatchObject({ status: "failed", error });
  await sendEmail(id);
  expect(await stateOf(id)).toMatchObject({ status: "sent", error: null });
});

async function newEmail(): Promise<{ id: string; recipient: string }> {
  const recipient = newAddress();
  const email = { tenantId: null, recipient, subject: "Subject", text: "the text" };
  await prisma().$transaction((tx) => enqueueEmail(tx, email));
  const { id } = await prisma().email.findFirstOrThrow({ where: { recipient } });
  return { id, recipient };
}

function stateOf(id: string) {
  return prisma().email.findUniqueOrThrow({ where: { id } });
}
