import { randomInt } from "node:crypto";

/** The seed of this run: that of FUZZ_SEED, to run a failure again, else a new one. */
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));

/** How many times as many cases as in `npm test`: FUZZ_EFFORT=20 for a long run. */
export const fuzzEffort = Number(process.env.FUZZ_EFFORT ?? 1);

process.stdout.write(`fuzzing with FUZZ_SEED=${fuzzSeed}\n`);
