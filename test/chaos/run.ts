import { runChaos } from "./chaos.ts";
import { readOptions } from "./options.ts";
import { toMarkdown } from "./report/markdown.ts";
import { writeReport } from "./report/write.ts";

const options = readOptions(process.argv.slice(2));
if (options) {
  const report = await runChaos(options, (message) => console.error(message));
  await writeReport(report);
  console.log(`\n${toMarkdown(report)}`);
  process.exit(report.isSound ? 0 : 1);
}
