import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Mailbox } from "#components/mailbox/mailbox.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Mailbox" };

export default function MailboxPage() {
  if (env().smtpUrl !== undefined) notFound();
  return <Mailbox />;
}
