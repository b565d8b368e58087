import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Scene } from "../scene/scene.ts";
import { readRows } from "./database.ts";
import { type Facts, owedKey, type Posted, type Request } from "./facts.ts";
import type { ProducerLine, ReceiverLine } from "./lines.ts";

/** Reads all ledgers of a run that is over. */
export async function readFacts({ dir, postgres, journal, monitor }: Scene): Promise<Facts> {
  const requests = await readRequests(join(dir, "receiver.ndjson"));
  return {
    ...(await readRows(postgres.admin)),
    posted: await readPosted(join(dir, "producer.ndjson")),
    requests,
    requestsOf: Map.groupBy(requests, ({ webhookId, endpoint }) => owedKey(webhookId, endpoint)),
    endpointNames: new Map(journal.of("endpoint").map(({ endpointId, endpoint }) => [endpointId, endpoint])),
    journal,
    samples: monitor.samples,
  };
}

async function readPosted(path: string): Promise<Posted[]> {
  const posted = new Map<string, Posted>();
  for await (const line of readLines<ProducerLine>(path)) {
    if (line.kind === "intent") {
      const fresh = { post: line.post, intentAt: line.at, ack: undefined, refused: undefined, unknowns: [] };
      posted.set(line.post.key, fresh);
      continue;
    }
    const known = posted.get(line.key);
    if (!known) throw new Error(`the producer had an answer for ${line.key}, which it never posted`);
    if (line.kind === "ack") known.ack = line;
    if (line.kind === "refused") known.refused = line.status;
    if (line.kind === "unknown") known.unknowns.push(line.status);
  }
  return [...posted.values()];
}

async function readRequests(path: string): Promise<Request[]> {
  const requests = new Map<number, Request>();
  const endedAt = Date.now();
  for await (const line of readLines<ReceiverLine>(path)) {
    if (line.kind === "arrival") requests.set(line.serial, { ...line, endedAt });
    const known = line.kind === "departure" && requests.get(line.serial);
    if (known) known.endedAt = line.at;
  }
  return [...requests.values()].toSorted((a, b) => a.at - b.at || a.serial - b.serial);
}

async function* readLines<Line>(path: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as Line;
}
