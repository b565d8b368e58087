import type { Snippet } from "#components/ui/code-tabs.tsx";

export type EventSnippetOptions = {
  /** Where the API is, such as https://hooks.example.com. */
  apiUrl: string;
  /** The key itself; without one the programs read POSTHORN_API_KEY. */
  key?: string;
};

const body = '{"type":"invoice.paid","data":{"invoice":"in_1042","amount":4200}}';

/** One event posted in four languages; each runs as pasted. */
export function eventSnippets(options: EventSnippetOptions): [Snippet, ...Snippet[]] {
  return [
    { label: "curl", language: "bash", code: curl(options) },
    { label: "TypeScript", language: "typescript", code: typescript(options) },
    { label: "Python", language: "python", code: python(options) },
    { label: "Go", language: "go", code: go(options) },
  ];
}

function curl({ apiUrl, key }: EventSnippetOptions): string {
  return `curl ${apiUrl}/api/v1/events \\
  -H "Authorization: Bearer ${key ?? "$POSTHORN_API_KEY"}" \\
  -H "Content-Type: application/json" \\
  -d '${body}'
`;
}

function typescript({ apiUrl, key }: EventSnippetOptions): string {
  return `// node first-event.ts
const key = ${key ? JSON.stringify(key) : "process.env.POSTHORN_API_KEY"};

const response = await fetch("${apiUrl}/api/v1/events", {
  method: "POST",
  headers: { authorization: \`Bearer \${key}\`, "content-type": "application/json" },
  body: JSON.stringify({ type: "invoice.paid", data: { invoice: "in_1042", amount: 4200 } }),
});
console.log(response.status, await response.json());
`;
}

function python({ apiUrl, key }: EventSnippetOptions): string {
  return `# python first_event.py
import json
${key ? "" : "import os\n"}import urllib.request

key = ${key ? JSON.stringify(key) : 'os.environ["POSTHORN_API_KEY"]'}

request = urllib.request.Request(
    "${apiUrl}/api/v1/events",
    data=json.dumps({"type": "invoice.paid", "data": {"invoice": "in_1042", "amount": 4200}}).encode(),
    headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    print(response.status, json.load(response))
`;
}

function go({ apiUrl, key }: EventSnippetOptions): string {
  return `// go run first_event.go
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
${key ? "" : '\t"os"\n'}	"strings"
)

func main() {
	key := ${key ? JSON.stringify(key) : 'os.Getenv("POSTHORN_API_KEY")'}
	body := \`${body}\`

	request, err := http.NewRequest("POST", "${apiUrl}/api/v1/events", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+key)
	request.Header.Set("Content-Type", "application/json")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, _ := io.ReadAll(response.Body)
	fmt.Println(response.StatusCode, string(answer))
}
`;
}
