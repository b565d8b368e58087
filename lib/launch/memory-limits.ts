const flags = ["--max-semi-space-size=16", "--max-old-space-size=384"];

/**
 * Flags for Node under which web and worker stay small: told nothing, V8 takes a large machine as leave to collect late,
 * and grows to twice the memory for the same work. An operator's own heap size in `NODE_OPTIONS` wins.
 */
export function memoryFlags(env: Readonly<Record<string, string | undefined>>): string[] {
  return env.NODE_OPTIONS?.includes("--max-old-space-size") ? [] : flags;
}

/** The allocator of glibc keeps a pool of freed memory per thread; two pools are enough for a process of one busy thread. */
export const memoryEnv = { MALLOC_ARENA_MAX: "2" };
