import { prisma } from "#lib/db.ts";
import type { Receiver } from "#test/support/receiver.ts";
import { waitFor } from "#test/support/wait-for.ts";
import type { Given, OwnersCall } from "./secrets-given.ts";

type World = { given: Given; receiver: Receiver };

/** Has alerts sent to Slack and as events, and once to a Slack that is down. */
export async function walkAlerts({ given, receiver }: World, call: OwnersCall): Promise<void> {
  const { id: application = "" } = await call("POST", "/applications", { name: "Alerts" });
  const { secret } = await call("POST", "/endpoints", {
    application,
    url: new URL("/alerts", receiver.url).href,
    headers: { Authorization: given.secret("header value of the endpoint that gets alerts") },
  });
  given.secret("signing secret of the endpoint that gets alerts", secret);
  const slackUrl = new URL(`/slack/${given.secret("Slack webhook")}`, receiver.url).href;
  await call("PATCH", "/notification-settings", { operationalApplication: application, slackUrl });
  await call("POST", "/notification-settings/test");
  for (const place of ["/slack/", "/alerts"])
    await waitFor(`the alert at ${place}`, () =>
      receiver.requests.some(({ path }) => path.startsWith(place)),
    );

  const down = `http://127.0.0.1:9/slack/${given.secret("Slack webhook that is down")}`;
  await call("PATCH", "/notification-settings", { slackUrl: down });
  await call("POST", "/notification-settings/test");
  await waitFor("the alert to fail", async () => {
    const settings = await prisma().alertSettings.findMany({ select: { slackError: true } });
    return settings.some(({ slackError }) => slackError !== null);
  });
}
