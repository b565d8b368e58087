import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Lock = { release: () => Promise<void> };

/**
 * Takes the one lock of a data folder, or undefined when a living process has it. The lock is a listening socket, so it ends
 * with its process however that dies, and no later process can be mistaken for the owner.
 */
export async function acquireLock(dataDir: string): Promise<Lock | undefined> {
  const path = socketPath(dataDir);
  if (await isHeld(dataDir)) return undefined;
  if (process.platform !== "win32") await rm(path, { force: true });
  const server = createServer((socket) => socket.end());
  server.listen(path);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return undefined;
    throw error;
  }
  server.unref();
  return {
    release: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** Whether a living process has the lock of this data folder. */
export async function isHeld(dataDir: string): Promise<boolean> {
  const socket = connect(socketPath(dataDir));
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function socketPath(dataDir: string): string {
  const name = `posthorn-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const beside = join(dataDir, "launcher.sock");
  // The system allows a socket's path about a hundred bytes.
  return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `${name}.sock`);
}
