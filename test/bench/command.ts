import { runBlocks } from "./blocks.ts";
import { nowMs } from "./clock.ts";
import { type Options, readOptions } from "./options.ts";
import { describeMachine } from "./report/machine.ts";
import { toMarkdown } from "./report/markdown.ts";
import { type Report, toReport } from "./report/report.ts";
import { writeReport } from "./report/write.ts";
import { startRig } from "./rig/rig.ts";
import { chooseSubjects } from "./subjects.ts";

const startMs = nowMs();
const options = readOptions(process.argv.slice(2));
if (options) {
  const report = await bench(options);
  await writeReport(report, options.jsonFile);
  console.log(`\n${toMarkdown(report)}`);
  // A missed target is a figure to look at; only a loss or a broken run is a failure.
  process.exit(report.failures.length === 0 ? 0 : 1);
}

async function bench(options: Options): Promise<Report> {
  const subjects = chooseSubjects({ only: options.only, isQuick: options.scaleName === "quick" });
  const rig = await startRig({ scale: options.scale, profileDir: options.profileDir, say });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void rig.stop().finally(() => process.exit(130)));
  }
  try {
    const machine = await describeMachine(rig);
    return toReport(await runBlocks(rig, subjects, say), machine, options);
  } finally {
    say("stopping");
    await rig.stop();
  }
}

function say(message: string): void {
  console.error(`${((nowMs() - startMs) / 1_000).toFixed(1).padStart(7)} s  ${message}`);
}
