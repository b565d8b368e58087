import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { humanLine } from "#lib/launch/log-lines.ts";

test("a log entry becomes one readable line", () => {
  const entry = {
    level: "warn",
    time: "2026-11-23T10:00:00.000Z",
    pid: 7,
    msg: "endpoint paused",
    endpointId: "ep_1",
  };
  const line = stripVTControlCharacters(humanLine("worker", JSON.stringify(entry)));
  expect(line).toMatch(/^\d\d:\d\d:\d\d worker warn {2}endpoint paused endpointId=ep_1$/);
});

test("an error shows its stack", () => {
  const entry = {
    level: "error",
    time: 0,
    msg: "sweep failed",
    err: { message: "no", stack: "Error: no\n    at sweep" },
  };
  expect(stripVTControlCharacters(humanLine("worker", JSON.stringify(entry)))).toContain(
    "err=\nError: no\n    at sweep",
  );
});

test("what an entry quotes of strangers does nothing to the terminal", () => {
  const entry = {
    level: "warn",
    time: 0,
    msg: "not sent\r\n\u001b[2K",
    reason: "\u001b]0;title\u0007 \u009b31m\u007f",
    err: { stack: "Error: \u001b[8m\n    at send\tx" },
  };
  const line = stripVTControlCharacters(humanLine("worker", JSON.stringify(entry)));
  expect(line.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(line).toContain(String.raw`not sent\x0d\x0a\x1b[2K reason=\x1b]0;title\x07 \x9b31m\x7f err=`);
  expect(line).toContain("\n    at send");
});

test("a line that is no log entry is passed on as it is", () => {
  for (const line of [" ▲ Next.js", "{ not json", '{"some":"json"}']) {
    expect(stripVTControlCharacters(humanLine("web", line))).toBe(`web     ${line}`);
  }
});
