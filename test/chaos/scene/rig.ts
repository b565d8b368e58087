import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ensureBuild } from "#lib/launch/build.ts";
import { ensurePrismaClient } from "#lib/launch/prisma-client.ts";
import { runNode } from "#lib/launch/run-node.ts";
import { Child } from "#test/bench/processes/child.ts";
import { testSettings } from "#test/support/settings.ts";
import { Journal } from "../ledgers/journal.ts";
import type { Member } from "../processes/member.ts";
import { type ChaosPostgres, startChaosPostgres } from "../processes/postgres.ts";
import type { ProducerCommands } from "../processes/producer.ts";
import type { ReceiverCommands } from "../processes/receiver.ts";
import type { WireCommands } from "../processes/wires.ts";
import { type Disk, openDisk } from "./disk.ts";

/** The processes of a run and where its ledgers lie. */
export type Rig = {
  dir: string;
  disk: Disk;
  postgres: ChaosPostgres;
  receiver: Child<ReceiverCommands>;
  receiverUrl: string;
  /** The receiver over a wire that can go black. */
  farUrl: string;
  wires: Child<WireCommands>;
  producer: Child<ProducerCommands>;
  journal: Journal;
  /** Every web and worker that may be running. */
  members: Member[];
  /** Ends every process of the run; its files stay if they are `worth keeping`. */
  stop: (files: "worth keeping" | "done with") => Promise<void>;
};

const processes = resolve(import.meta.dirname, "..", "processes");

/** Makes what the product runs from, where it is missing or out of date. */
export async function prepare(): Promise<void> {
  await ensurePrismaClient();
  await ensureBuild();
}

/** Starts Postgres, migrates it, and starts the receiver, the wires and the producer: all but web and worker. */
export async function startRig(seed: number): Promise<Rig> {
  const dir = await mkdtemp(join(tmpdir(), "posthorn-chaos-"));
  const disk = await openDisk(join(dir, "disk"));
  const postgres = await startChaosPostgres(disk.path);
  Object.assign(process.env, testSettings(postgres.url));
  const migrated = runNode(["lib/migrate/migrate.ts"], process.env);
  const receiver = new Child<ReceiverCommands>(join(processes, "receiver.ts"));
  const wires = new Child<WireCommands>(join(processes, "wires.ts"));
  const producer = new Child<ProducerCommands>(join(processes, "producer.ts"));
  const receiverPort = await receiver.ask("listen", { path: join(dir, "receiver.ndjson"), seed });
  const farPort = await wires.ask("open", { name: "receiver", port: receiverPort });
  const journal = new Journal(join(dir, "journal.ndjson"));
  await migrated;
  const members: Member[] = [];
  const stop: Rig["stop"] = async (files) => {
    await Promise.all(members.map((member) => member.kill()));
    await Promise.all([receiver.stop(), wires.stop(), producer.stop()]);
    journal.close();
    await postgres.stop();
    await disk.close();
    if (files === "done with") await rm(dir, { recursive: true, force: true });
  };
  const urls = { receiverUrl: `http://127.0.0.1:${receiverPort}`, farUrl: `http://127.0.0.1:${farPort}` };
  return { dir, disk, postgres, receiver, ...urls, wires, producer, journal, members, stop };
}
