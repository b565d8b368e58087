import type { Snippet } from "#components/ui/code-tabs.tsx";
import type { HttpBody } from "#lib/contracts/http-message.ts";
import type { Signature } from "./signature-of.ts";

export interface SignedAttempt {
  signature: Signature;
  body: HttpBody;
}

/** What the snippets read a body from that is too long to stand in them: the name it is saved under. */
export const savedBodyName = "request-body.json";

/** Whether a body stands in the snippets themselves. */
export function isInline({ text, bytes }: HttpBody): boolean {
  return text !== null && bytes <= longestInline;
}

/** Whole programs that check one attempt's signature with the secret of the environment, runnable as pasted. */
export function signatureSnippets(attempt: SignedAttempt): readonly [Snippet, ...Snippet[]] {
  return [
    { label: "TypeScript", language: "typescript", code: typescript(attempt) },
    { label: "Python", language: "python", code: python(attempt) },
    { label: "Go", language: "go", code: go(attempt) },
  ];
}

const longestInline = 8_000;

function typescript({ signature: { id, timestamp, items }, body }: SignedAttempt): string {
  const source = isInline(body) ? `Buffer.from(${literal(body.text)})` : `readFileSync("${savedBodyName}")`;
  return `// WEBHOOK_SECRET=whsec_… node check.ts
import { createHmac, timingSafeEqual } from "node:crypto";
${isInline(body) ? "" : 'import { readFileSync } from "node:fs";\n'}
const id = ${literal(id)};
const timestamp = ${literal(timestamp)};
const signatures = ${literal(items.join(" "))};
const body = ${source};

const secret = process.env.WEBHOOK_SECRET ?? "";
const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
const expected = createHmac("sha256", key).update(\`\${id}.\${timestamp}.\`).update(body).digest();
const isSigned = signatures.split(" ").some((item) => {
  const given = Buffer.from(item.replace(/^v1,/, ""), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
});

// A receiver also refuses timestamps more than five minutes away.
console.log(isSigned ? "Verified: signed with this secret" : "Not verified: another secret, or a changed body");
process.exitCode = isSigned ? 0 : 1;
`;
}

function python({ signature: { id, timestamp, items }, body }: SignedAttempt): string {
  const source = isInline(body) ? `${literal(body.text)}.encode()` : `open("${savedBodyName}", "rb").read()`;
  return `# WEBHOOK_SECRET=whsec_… python3 check.py
import base64
import hashlib
import hmac
import os
import sys

event_id = ${literal(id)}
timestamp = ${literal(timestamp)}
signatures = ${literal(items.join(" "))}
body = ${source}

key = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
signed = f"{event_id}.{timestamp}.".encode() + body
digest = hmac.new(key, signed, hashlib.sha256).digest()
expected = "v1," + base64.b64encode(digest).decode()

# A receiver also refuses timestamps more than five minutes away.
if any(hmac.compare_digest(item, expected) for item in signatures.split(" ")):
    print("Verified: signed with this secret")
else:
    sys.exit("Not verified: another secret, or a changed body")
`;
}

function go({ signature: { id, timestamp, items }, body }: SignedAttempt): string {
  const isShort = isInline(body);
  const imports = ["crypto/hmac", "crypto/sha256", "encoding/base64", "fmt", "log", "os", "strings"];
  const source = isShort
    ? `	body := []byte(${literal(body.text)})\n`
    : `	body, err := os.ReadFile("${savedBodyName}")\n	if err != nil {\n		log.Fatal(err)\n	}\n`;
  return `// WEBHOOK_SECRET=whsec_… go run check.go
package main

import (
${imports.map((name) => `	"${name}"`).join("\n")}
)

func main() {
	id := ${literal(id)}
	timestamp := ${literal(timestamp)}
	signatures := ${literal(items.join(" "))}
${source}
	secret := strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_")
	key, err := base64.StdEncoding.DecodeString(secret)
	if err != nil {
		log.Fatal(err)
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))

	// A receiver also refuses timestamps more than five minutes away.
	for _, item := range strings.Split(signatures, " ") {
		if hmac.Equal([]byte(item), expected) {
			fmt.Println("Verified: signed with this secret")
			return
		}
	}
	log.Fatal("Not verified: another secret, or a changed body")
}
`;
}

/** A string literal of all three languages; what cannot be seen stands as an escape. */
function literal(text: string | null): string {
  return JSON.stringify(text ?? "").replaceAll(invisible, (character) =>
    character.length > 1 ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const invisible = /[\p{Cf}\u007f-\u009f\u2028\u2029]/gu;
