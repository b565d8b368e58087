import { createTransport, type Transporter } from "nodemailer";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { open } from "../vault.ts";
import { sealOwner } from "./enqueue.ts";
import { htmlOf } from "./html.ts";

/**
 * Sends an e-mail of the outbox through SMTP_URL, at least once; without SMTP_URL it is kept for the mailbox page. Throws
 * when the server could not take it now, so that the queue tries again; a refusal for good (RFC 5321 §4.2.1, 5yz) is not retried.
 */
export async function sendEmail(emailId: string): Promise<void> {
  const email = await prisma().email.findUnique({ where: { id: emailId } });
  if (!email || email.status === "sent" || email.status === "kept") return;
  const mailer = transport();
  if (!mailer) {
    await prisma().email.update({ where: { id: emailId }, data: { status: "kept" } });
    return;
  }
  const text = open(email.sealed, sealOwner(email.tenantId, email.id)).toString();
  const { recipient: to, subject } = email;
  try {
    const content = { subject, text, html: htmlOf(text) };
    await mailer.sendMail({ from: env().mailFrom, to, ...content, messageId: messageIdOf(emailId) });
  } catch (error) {
    const fault = isAboutLogin(error) ? new Error("The mail server refused the login of SMTP_URL.") : error;
    await noteFailure(emailId, fault);
    if (isRefusedForGood(fault)) return;
    throw fault;
  }
  await prisma().email.update({
    where: { id: emailId },
    data: { status: "sent", sentAt: new Date(), error: null },
  });
}

const processGlobals = globalThis as { posthornMailer?: Transporter };

function transport(): Transporter | undefined {
  const { smtpUrl } = env();
  if (smtpUrl === undefined) return undefined;
  processGlobals.posthornMailer ??= createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return processGlobals.posthornMailer;
}

/** The same on every try, so that a mail server can drop the copy of an e-mail sent twice. */
function messageIdOf(emailId: string): string {
  return `<${emailId}@${new URL(env().url).hostname}>`;
}

async function noteFailure(emailId: string, error: unknown): Promise<void> {
  log().warn({ err: error, emailId }, "an e-mail was not sent");
  const message = error instanceof Error ? error.message : String(error);
  await prisma().email.update({
    where: { id: emailId },
    data: { status: "failed", error: message.slice(0, 500) },
  });
}

/** What the server said to that may repeat the password, and the queue keeps all that an error holds. */
function isAboutLogin(error: unknown): boolean {
  return isMailError(error) && error.code === "EAUTH";
}

/** The e-mail itself is refused, and not who hands it in: that is the operator's to mend, and the e-mail waits for it. */
function isRefusedForGood(error: unknown): boolean {
  if (!isMailError(error) || (error.code !== "EENVELOPE" && error.code !== "EMESSAGE")) return false;
  const code = error.responseCode ?? 0;
  return code >= 500 && code < 600;
}

type MailError = Error & { code: string; responseCode?: number };

function isMailError(error: unknown): error is MailError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
