import type { Snippet } from "#components/ui/code-tabs.tsx";

const typescript = `// npm install standardwebhooks
// WEBHOOK_SECRET=whsec_… node receiver.ts
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET ?? "");

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const event = webhook.verify(Buffer.concat(chunks), request.headers as Record<string, string>);
    console.log("Verified", event);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end("Bad signature");
  }
}).listen(4000);
`;

const python = `# pip install standardwebhooks
# WEBHOOK_SECRET=whsec_… python receiver.py
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["WEBHOOK_SECRET"])


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            event = webhook.verify(body, dict(self.headers))
            print("Verified", event)
            self.send_response(204)
        except (WebhookVerificationError, ValueError):
            self.send_response(400)
        self.end_headers()


HTTPServer(("", 4000), Receiver).serve_forever()
`;

const go = `// go get github.com/standard-webhooks/standard-webhooks/libraries/go
// WEBHOOK_SECRET=whsec_… go run .
package main

import (
	"io"
	"log"
	"net/http"
	"os"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func main() {
	webhook, err := standardwebhooks.NewWebhook(os.Getenv("WEBHOOK_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || webhook.Verify(body, r.Header) != nil {
			http.Error(w, "Bad signature", http.StatusBadRequest)
			return
		}
		log.Printf("Verified %s", body)
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe(":4000", nil))
}
`;

/** Whole programs that receive and verify a webhook, runnable as pasted. */
export const verifySnippets: readonly [Snippet, ...Snippet[]] = [
  { label: "TypeScript", language: "typescript", code: typescript },
  { label: "Python", language: "python", code: python },
  { label: "Go", language: "go", code: go },
];
