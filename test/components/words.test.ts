import { expect, test } from "vitest";
import { allWords, labels, type Wording } from "#test/support/interface-words.ts";

/** Names that keep their capitals in the middle of a sentence. */
const names =
  /\b(Standard Webhooks|JSON Schema|Esc|Ctrl|OpenAPI|Terminal|Slack|Posthorn|Prometheus|Grafana|Google Authenticator|Aegis|Enter|Acme|Ada Lovelace|Globex Corporation|Last-Event-ID|Posthorn-Tenant|[A-Z][a-z]+[A-Z]\w*)\b/g;

test("texts are found in headings and buttons, in attributes, and in code that puts them together", () => {
  const texts = new Set(allWords().map(({ text }) => text));
  for (const text of [
    "Health",
    "Send test event",
    "Signing secret",
    "24 hours",
    "Reads everything but secrets",
  ])
    expect(texts).toContain(text);
});

test("headings, labels and buttons are in sentence case", () => {
  const faults = labels().filter(({ text }) =>
    /[a-z] [A-Z][a-z]/.test(text.replace(names, "").replace(/[.:!?] [A-Z]/g, ". ")),
  );
  expect(faults).toEqual([]);
});

test("nobody is told to click, and nothing is said to be easy, simple or coming soon", () => {
  const banned = /\b(click here|please|simply|just click|easily|coming soon|oops|successfully)\b/i;
  expect(faultsOf(banned)).toEqual([]);
});

test("one idea has one word", () => {
  const synonyms =
    /\b(organi[sz]ations?|workspaces?|subscriptions? endpoint|webhook endpoint|messages? queue|event name)\b/i;
  expect(faultsOf(synonyms)).toEqual([]);
});

function faultsOf(pattern: RegExp): Wording[] {
  return allWords().filter(({ text }) => pattern.test(text));
}
