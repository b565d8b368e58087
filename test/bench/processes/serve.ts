/** What a child process of the bench does on request; each command takes one input at most. */
export type Commands = Record<string, (input: never) => unknown>;

export type Request = { id: number; command: string; input: unknown };
export type Reply = { id: number; result?: unknown; error?: string };

/** Answers the parent's commands one by one as they come, and ends with the parent. */
export function serve(commands: Commands): void {
  process.on("message", async ({ id, command, input }: Request) => {
    try {
      reply({ id, result: await commands[command]?.(input as never) });
    } catch (error) {
      reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once("disconnect", () => process.exit());
}

function reply(message: Reply): void {
  process.send?.(message);
}
