import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

/** The line that a process logs of these fields. */
async function logged(fields: object): Promise<string> {
  const script = `import { log } from "#lib/log.ts"; log().warn(${JSON.stringify(fields)}, "told")`;
  const env = { ...process.env, LOG_LEVEL: "info" };
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script], { env });
  return stdout;
}

test("whatever an entry quotes, it is one line of JSON without control bytes, and says the same", async () => {
  const reason = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join("");
  const line = await logged({ reason });
  expect(line).toMatch(/^\P{Cc}+\n$/u);
  expect(JSON.parse(line)).toMatchObject({ level: "warn", msg: "told", reason });
});

test("values of secret keys are left out, three deep", async () => {
  const fields = { password: "open", a: { token: "open", b: { secret: "open" } }, shown: "seen" };
  const line = await logged(fields);
  expect(line).not.toContain("open");
  expect(JSON.parse(line)).toMatchObject({ shown: "seen", password: "[redacted]" });
});
