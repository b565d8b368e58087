import type { Metadata } from "next";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Customer portal" };

const link = { id: "link", title: "Create a link" };
const allows = { id: "allows", title: "What a link allows" };
const frame = { id: "frame", title: "In your own pages" };
const over = { id: "over", title: "When it is over" };

export default function PortalDocsPage() {
  return (
    <DocsPage
      href="/docs/portal"
      title="Customer portal"
      lead="Give the people who receive your webhooks this dashboard, narrowed to their own application."
      sections={[link, allows, frame, over]}
    >
      <Heading section={link} />
      <p>
        On an application’s <strong>Portal</strong> tab, or from your backend for the customer who is signed
        in to you:
      </p>
      <CodeBlock code={create} language="bash" label="Create a portal link with curl" title="curl" />
      <p>
        The answer holds a <code>url</code>. It opens once, in one browser, within{" "}
        <code>expiresInSeconds</code> (ten minutes unless you choose another), and starts a session of{" "}
        <code>sessionSeconds</code> (an hour). Its token is in the fragment of the URL, which no server and no
        log sees. Create a link each time somebody opens your page; do not keep them.
      </p>
      <Heading section={allows} />
      <p>
        Whoever opens it reads the application’s endpoints, events and deliveries and your event types, and
        nothing of any other application. The link says what more:
      </p>
      <DocsTable label="Permissions of a portal link" head={["Permission", "Allows"]} rows={rows} />
      <p>
        All three are given unless you name fewer. Every opening and every change is in the audit log, with
        the application’s portal as its author.
      </p>
      <Heading section={frame} />
      <p>
        Name the origins of your pages in <strong>Settings, Portal</strong>; without any, no site can show the
        portal in a frame. It needs no cookies, so browsers that refuse those of other sites show it all the
        same. Name, logo and accent colour are set there, too.
      </p>
      <CodeBlock code={embed} label="The portal in a frame" title="HTML" />
      <Heading section={over} />
      <p>
        When the session has ended, the portal says so and sends the page around it a message. Create another
        link and give it to the frame:
      </p>
      <CodeBlock code={renew} language="typescript" label="Give the frame another link" title="TypeScript" />
      <p>
        <strong>Revoke all</strong> on the application’s Portal tab, or{" "}
        <code>{"POST /applications/{id}/portal-sessions/revoke"}</code>, ends every link and session of an
        application with the next request.
      </p>
    </DocsPage>
  );
}

const create = `curl -X POST "$POSTHORN_URL/api/v1/applications/customer-42/portal-link" \\
  -H "Authorization: Bearer $POSTHORN_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"permissions":["endpoints:write","secrets:manage","deliveries:resend"]}'
`;

const embed = `<iframe id="webhooks" src="THE URL OF THE LINK" title="Webhooks" width="100%" height="720"></iframe>
`;

const renew = `const frame = document.querySelector<HTMLIFrameElement>("#webhooks");

addEventListener("message", async ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || data?.type !== "posthorn.portal.over") return;
  const { url } = await (await fetch("/my/portal-link", { method: "POST" })).json();
  frame.src = url;
});
`;

const rows = [
  [<code key="p">endpoints:write</code>, "Create, change, pause and delete endpoints"],
  [<code key="p">secrets:manage</code>, "Reveal and rotate signing secrets"],
  [
    <code key="p">deliveries:resend</code>,
    "Send test events, resend deliveries or copy them as curl, start replays",
  ],
];
