import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlCommand } from "#components/attempts/curl-command.ts";

test("the command holds every byte of the request, whatever quotes and lines are in it", () => {
  const text = `{"note":"it's \\"fine\\" $HOME \`id\`\n🎺"}`;
  const command = curlCommand({
    method: "POST",
    url: "https://example.com/o'brien?a=1&b=2",
    headers: [
      ["host", "example.com"],
      ["content-length", "12"],
      ["webhook-id", "evt_1"],
    ],
    body: { text, base64: null, bytes: text.length, truncated: false },
  });
  const printed = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\0'")]).toString();
  expect(printed.split("\0").slice(0, -1)).toEqual([
    "-X",
    "POST",
    "https://example.com/o'brien?a=1&b=2",
    "-H",
    "webhook-id: evt_1",
    "--data-raw",
    text,
  ]);
});
