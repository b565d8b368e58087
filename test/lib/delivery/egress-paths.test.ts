import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every file of ours that opens connections, and whose word it takes for where to. (next-auth asks OIDC_ISSUER by itself.) */
const openers: Record<string, string> = {
  "lib/delivery/dial.ts": "a tenant's: vetted by the guard",
  "lib/delivery/tunnel.ts": "the operator's: POSTHORN_EGRESS_PROXY",
  "lib/delivery/secure.ts": "nobody's: speaks TLS over a socket that is open",
  "lib/delivery/connection.ts": "nobody's: speaks HTTP over a socket that is open",
  "lib/delivery/transport-failure.ts": "nobody's: knows undici's errors",
  "lib/delivery/lookup.ts": "the machine's: its DNS servers",
  "lib/emails/send.ts": "the operator's: SMTP_URL",
  "lib/auth/github-provider.ts": "ours: api.github.com",
  "lib/client/account.ts": "the browser's own origin",
  "lib/client/request.ts": "the browser's own origin",
  "lib/launch/announce.ts": "ours: loopback",
  "lib/launch/lock.ts": "ours: a socket in the data folder",
};

const opening = [
  /import \{[^}]*\b(connect|createConnection|request|get|Resolver|lookup)\b[^}]*\} from "node:(net|tls|https?|http2|dns|dns\/promises|dgram)"/,
  /import (?!type)[^;]* from "(undici|nodemailer)"/,
  /(?<![.\w])fetch\(|new (WebSocket|EventSource)\(/,
];

/** Files that only show people code of theirs. */
const isShown = /(-snippets\.ts|^app\/docs\/[\w-]+\/page\.tsx)$/;

test("whatever goes to a tenant's URL goes through the guard: nothing else opens connections", () => {
  const found = execFileSync("git", ["ls-files", "app", "components", "lib", "prisma", "worker", "*.ts"], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/^test\//.test(file) && !isShown.test(file))
    .filter((file) => existsSync(file) && opening.some((form) => form.test(readFileSync(file, "utf8"))));
  expect(found.toSorted()).toEqual(Object.keys(openers).toSorted());
});
