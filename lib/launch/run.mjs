// Plain JavaScript that any Node can read: it checks what the rest takes for granted, then imports the file it is given.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  refuse(
    `Posthorn needs Node 22.19 or newer and this is ${process.versions.node}: run \`npm ci\`, which brings Node 24 on Linux, and use the npm scripts, or install a newer Node.`,
  );
}
if (!existsSync("node_modules"))
  refuse("There is no node_modules here: run `npm ci` in the project's folder first.");
if (existsSync(".env")) process.loadEnvFile(".env");

const [entry, ...rest] = process.argv.slice(2);
if (!entry) refuse("Usage: node lib/launch/run.mjs <file.ts> [arguments]");
process.argv.splice(1, process.argv.length, resolve(entry), ...rest);
try {
  await import(pathToFileURL(resolve(entry)).href);
} catch (error) {
  refuse(error instanceof Error && error.name === "LaunchError" ? error.message : error);
}

function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
