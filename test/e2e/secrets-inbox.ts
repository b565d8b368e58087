import { prisma } from "#lib/db.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { Given, OwnersCall } from "./secrets-given.ts";

/** Has a worker and a stranger send to the test inbox, and gives it another URL. */
export async function walkInbox(given: Given, call: OwnersCall): Promise<void> {
  const { url = "" } = await call("GET", "/inbox");
  given.payload("token of an inbox", url.split("/").at(-1) ?? "");
  const { id: application } = await call("POST", "/applications", { name: "Inbox" });
  const headers = { "X-Token": given.secret("header value of an inbox's endpoint") };
  const { secret } = await call("POST", "/endpoints", { application, url, headers });
  given.secret("signing secret of an inbox's endpoint", secret);
  const data = { card: given.payload("data of an event for an inbox") };
  await call("POST", "/events", { application, type: "a.b", data });
  const stranger = `${url}?key=${given.payload("query of an inbox's URL")}`;
  await fetch(stranger, {
    method: "POST",
    headers: {
      authorization: `Bearer ${given.secret("credentials of who posts to an inbox")}`,
      cookie: `session=${given.secret("cookie of who posts to an inbox")}`,
    },
    body: given.payload("body posted to an inbox"),
  });
  await fetch(`${new URL(url).origin}/inbox/${given.payload("token of a missing inbox")}`);
  await waitFor("both in the inbox", async () => (await prisma().inboxRequest.count()) >= 2);
  const { url: renewed = "" } = await call("POST", "/inbox/renew");
  given.payload("renewed token of an inbox", renewed.split("/").at(-1) ?? "");
  await fetch(stranger);
}
