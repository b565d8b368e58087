import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { serve } from "#test/bench/processes/serve.ts";

/** A TCP connection passed on byte by byte; while its wire is black, bytes go in and nothing comes out. */
type Pair = { near: Socket; far: Socket; isDead: boolean };
type Wire = { server: Server; pairs: Set<Pair>; isBlack: boolean };

const wires = new Map<string, Wire>();

const commands = {
  /** Opens a port that leads to `port`. */
  async open({ name, port }: { name: string; port: number }): Promise<number> {
    const wire: Wire = { pairs: new Set(), isBlack: false, server: createServer({ allowHalfOpen: false }) };
    wire.server.on("connection", (near) => join(wire, near, port));
    wire.server.listen(0, "127.0.0.1");
    await once(wire.server, "listening");
    wires.set(name, wire);
    return (wire.server.address() as AddressInfo).port;
  },
  /** From now on nothing gets through, in either direction, and nobody is told. */
  blacken(name: string): void {
    const wire = wires.get(name);
    if (!wire) return;
    wire.isBlack = true;
    for (const pair of wire.pairs) die(pair);
  },
  /** New connections get through again; those of before stay dead, and the far end has given them up by now. */
  clear(name: string): void {
    const wire = wires.get(name);
    if (!wire) return;
    wire.isBlack = false;
    for (const pair of wire.pairs) if (pair.isDead) pair.far.destroy();
  },
};
export type WireCommands = typeof commands;
serve(commands);

function join(wire: Wire, near: Socket, port: number): void {
  const far = connect({ port, host: "127.0.0.1", noDelay: true });
  near.setNoDelay(true);
  const pair: Pair = { near, far, isDead: false };
  wire.pairs.add(pair);
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on("error", () => undefined);
    from.pipe(to);
    from.once("close", () => {
      if (!pair.isDead) to.destroy();
      if (near.destroyed && far.destroyed) wire.pairs.delete(pair);
    });
  }
  if (wire.isBlack) die(pair);
}

/** Neither end is told: what the far end holds for this connection, such as locks, it goes on holding. */
function die(pair: Pair): void {
  if (pair.isDead) return;
  pair.isDead = true;
  pair.near.unpipe(pair.far);
  pair.far.unpipe(pair.near);
  for (const socket of [pair.near, pair.far]) socket.on("data", () => undefined);
}
