import type { Metadata } from "next";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CodeTabs, type Snippet } from "#components/ui/code-tabs.tsx";

export const metadata: Metadata = { title: "Rotate secrets" };

const overlap = { id: "overlap", title: "The overlap" };
const steps = { id: "steps", title: "Step by step" };
const both = { id: "both", title: "A receiver that takes both" };
const leaked = { id: "leaked", title: "When a secret has leaked" };

export default function RotationPage() {
  return (
    <DocsPage
      href="/docs/rotation"
      title="Rotate secrets"
      lead="Change an endpoint’s signing secret without missing a webhook."
      sections={[overlap, steps, both, leaked]}
    >
      <Heading section={overlap} />
      <p>
        For a while after a rotation, old and new secret both sign: <code>webhook-signature</code> holds one
        signature for each. A receiver that knows either one verifies. The overlap is 24 hours unless you
        choose another, from none at all to seven days.
      </p>
      <Heading section={steps} />
      <ol>
        <li>
          On the endpoint’s <strong>Settings</strong>, choose <strong>Rotate secret</strong> and how long both
          shall sign. Or by the API:
        </li>
      </ol>
      <CodeBlock code={rotate} language="bash" label="Rotate a secret with curl" title="curl" />
      <ol start={2}>
        <li>Give the new secret to the receiver, and deploy it.</li>
        <li>Send a test event and see it verified.</li>
        <li>
          Let the overlap run out, or choose <strong>Expire now</strong>. From then on only the new secret
          signs.
        </li>
      </ol>
      <p>
        A secret that you have already, from another system, can be imported instead of a new one being made.
        Who rotated and who revealed a secret stands in the audit log.
      </p>
      <Heading section={both} />
      <p>A receiver that cannot be deployed within the overlap can know both secrets ahead of time:</p>
      <CodeTabs label="Verify with two secrets" snippets={snippets} />
      <Heading section={leaked} />
      <p>
        Rotate with no overlap: the old secret stops signing at once. Deliveries that the receiver then
        refuses are retried with the new signature, so nothing is lost while you deploy.
      </p>
    </DocsPage>
  );
}

const rotate = `curl -X POST "$POSTHORN_URL/api/v1/endpoints/$ENDPOINT/secret/rotate" \\
  -H "Authorization: Bearer $POSTHORN_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"overlapSeconds":86400}'
`;

const typescript = `import { Webhook } from "standardwebhooks";

const secrets = [process.env.WEBHOOK_SECRET, process.env.WEBHOOK_SECRET_NEXT].filter((secret) => secret !== undefined);

export function verify(body: string, headers: Record<string, string>): unknown {
  let failure: unknown = new Error("No secret is set");
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(body, headers);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
`;

const python = `import os

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secrets = [os.environ[name] for name in ("WEBHOOK_SECRET", "WEBHOOK_SECRET_NEXT") if name in os.environ]


def verify(body, headers):
    for secret in secrets:
        try:
            return Webhook(secret).verify(body, headers)
        except (WebhookVerificationError, ValueError):
            continue
    raise WebhookVerificationError("No secret matches")
`;

const go = `package receiver

import (
	"errors"
	"net/http"
	"os"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func Verify(body []byte, headers http.Header) error {
	for _, name := range []string{"WEBHOOK_SECRET", "WEBHOOK_SECRET_NEXT"} {
		webhook, err := standardwebhooks.NewWebhook(os.Getenv(name))
		if err == nil && os.Getenv(name) != "" && webhook.Verify(body, headers) == nil {
			return nil
		}
	}
	return errors.New("no secret matches")
}
`;

const snippets: [Snippet, ...Snippet[]] = [
  { label: "TypeScript", language: "typescript", code: typescript },
  { label: "Python", language: "python", code: python },
  { label: "Go", language: "go", code: go },
];
