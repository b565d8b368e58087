import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("a Node that is too old is told so in one sentence, with what to do", async () => {
  const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.18.1'})";
  const running = run(process.execPath, ["--import", pretend, "lib/launch/run.mjs", "lib/launch/start.ts"]);
  await expect(running).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^Posthorn needs Node 22\.19 or newer and this is 20\.18\.1: run `npm ci`.*\n$/,
    ),
  });
});

test("settings that are wrong stop the start with one table and no stack", async () => {
  const env = {
    ...process.env,
    DATABASE_URL: "postgres://somewhere/else",
    POSTHORN_SECRET_KEY: "",
    PORT: "none",
  };
  const running = run(process.execPath, ["lib/launch/run.mjs", "lib/launch/start.ts"], { env });
  await expect(running).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/PORT +"none"[\s\S]*POSTHORN_SECRET_KEY +nothing/),
  });
  const { stderr } = await running.catch((error) => error);
  expect(stderr).not.toContain("    at ");
});
