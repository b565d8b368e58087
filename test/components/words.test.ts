import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync(["components/**/*.tsx", "app/**/*.tsx"]);

/** Names that keep their capitals in the middle of a sentence. */
const names =
  /\b(Standard Webhooks|JSON Schema|Esc|Ctrl|OpenAPI|Terminal|Slack|Posthorn|Prometheus|Grafana|Google Authenticator|Aegis|Enter|Acme|Ada Lovelace|Globex Corporation)\b/g;
const worded = /\b(?:title|label|description|placeholder|confirmLabel|emptyText|legend|hint)="([^"]+)"/g;

test("headings, labels and buttons are in sentence case", () => {
  const faults = textsOf(worded).filter(({ text }) =>
    /[a-z] [A-Z][a-z]/.test(text.replace(names, "").replace(/[.:!?] [A-Z]/g, ". ")),
  );
  expect(faults).toEqual([]);
});

test("nobody is told to click, and nothing is said to be easy, simple or coming soon", () => {
  const faults = textsOf(/>([^<>{}]+)</g, worded).filter(({ text }) =>
    /\b(click here|please|simply|just click|easily|coming soon|oops|successfully)\b/i.test(text),
  );
  expect(faults).toEqual([]);
});

test("one idea has one word", () => {
  const faults = textsOf(/>([^<>{}]+)</g, worded).filter(({ text }) =>
    /\b(organi[sz]ations?|workspaces?|subscriptions? endpoint|webhook endpoint|messages? queue|event name)\b/i.test(
      text,
    ),
  );
  expect(faults).toEqual([]);
});

function textsOf(...patterns: RegExp[]): { file: string; text: string }[] {
  return files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return patterns.flatMap((pattern) =>
      [...source.matchAll(pattern)].map(([, text = ""]) => ({
        file,
        text: text.trim().replace(/\s+/g, " "),
      })),
    );
  });
}
