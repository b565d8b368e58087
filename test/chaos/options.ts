import { parseArgs } from "node:util";

export type Options = {
  seed: number;
  /** For everything: start, faults, calm at the end, reconciliation. */
  minutes: number;
  /** Deliveries piled up on one endpoint. */
  pile: number;
  eventsPerSecond: number;
  /** Crash at every failpoint the first to the nth time, instead of faults as they are dealt; 0 deals. */
  loopTo: number;
};

const usage = `npm run chaos -- [--seed 1] [--minutes 2] [--pile N] [--rate 25] [--loop N]

  --seed     decides every choice; a run that broke a promise prints it
  --minutes  for all of it; the record takes 30
  --pile     deliveries waiting on one endpoint (3000, from 30 minutes on 1000000)
  --rate     events a second
  --loop     crash at every failpoint, the first to the Nth time it is passed, one after the other`;

/** Reads the command line; undefined when it asks for help. Throws for what it does not know. */
export function readOptions(args: string[]): Options | undefined {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { seed: text, minutes: text, pile: text, rate: text, loop: text, help: { type: "boolean" } },
  });
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  const minutes = wanted("minutes", values.minutes ?? "2");
  return {
    seed: wanted("seed", values.seed ?? "1"),
    minutes,
    pile: wanted("pile", values.pile ?? (minutes >= 30 ? "1000000" : "3000")),
    eventsPerSecond: wanted("rate", values.rate ?? "25"),
    loopTo: wanted("loop", values.loop ?? "0"),
  };
}

function wanted(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} wants a number, not ${text}`);
  return value;
}
