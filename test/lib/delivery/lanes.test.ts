import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { type Connection, closeConnection, openConnection } from "#lib/delivery/connection.ts";
import { type Lane, Lanes } from "#lib/delivery/lanes.ts";
import { startRawReceiver } from "./raw-receiver.ts";

async function openIn(lanes: Lanes, lane: Lane, port: number): Promise<Connection> {
  const socket = connect({ host: "127.0.0.1", port });
  await once(socket, "connect");
  const connection = openConnection({
    origin: lane.reach,
    remoteAddress: "127.0.0.1",
    socket,
    idleMs: 4000,
  });
  socket.once("close", () => lanes.drop(lane, connection));
  return connection;
}

describe("Lanes", () => {
  test("a lane is gone with its last request and its last connection", async () => {
    await using receiver = await startRawReceiver({});
    const lanes = new Lanes();
    const lane = lanes.enter("ep_1", `http://127.0.0.1:${receiver.port}`);
    const connection = await openIn(lanes, lane, receiver.port);
    lanes.keep(lane, connection);
    lanes.leave(lane);
    expect(lanes.size).toBe(1);
    const closed = once(connection.socket, "close");
    connection.socket.destroy();
    await closed;
    expect(lanes.size).toBe(0);
  });

  test("a lane without a connection is gone with its request", () => {
    const lanes = new Lanes();
    lanes.leave(lanes.enter("ep_1", "http://127.0.0.1:1"));
    expect(lanes.size).toBe(0);
  });

  test("hands out the connection used last that is still open", async () => {
    await using receiver = await startRawReceiver({});
    const lanes = new Lanes();
    const lane = lanes.enter("ep_1", `http://127.0.0.1:${receiver.port}`);
    const [first, second, third] = [
      await openIn(lanes, lane, receiver.port),
      await openIn(lanes, lane, receiver.port),
      await openIn(lanes, lane, receiver.port),
    ];
    for (const connection of [first, second, third]) lanes.keep(lane, connection);
    third.socket.destroy();
    expect(lanes.take(lane)).toBe(second);
    expect(lanes.take(lane)).toBe(first);
    expect(lanes.take(lane)).toBeUndefined();
    for (const connection of [first, second]) closeConnection(connection);
  });

  test("lets go of the connection that closed and of no other", async () => {
    await using receiver = await startRawReceiver({});
    const lanes = new Lanes();
    const lane = lanes.enter("ep_1", `http://127.0.0.1:${receiver.port}`);
    const kept = await openIn(lanes, lane, receiver.port);
    const closing = await openIn(lanes, lane, receiver.port);
    lanes.keep(lane, closing);
    lanes.keep(lane, kept);
    const closed = once(closing.socket, "close");
    closing.socket.destroy();
    await closed;
    expect(lane.idle).toEqual([kept]);
    lanes.forgetAll();
    expect(lanes.size).toBe(0);
    expect(kept.socket.destroyed).toBe(true);
  });

  test("two requests of an endpoint share its lane, which stays as long as one is under way", () => {
    const lanes = new Lanes();
    const lane = lanes.enter("ep_1", "http://127.0.0.1:1");
    expect(lanes.enter("ep_1", "http://127.0.0.1:1")).toBe(lane);
    lanes.leave(lane);
    expect(lanes.size).toBe(1);
    lanes.leave(lane);
    expect(lanes.size).toBe(0);
  });

  test("a connection of the origin before is closed instead of kept", async () => {
    await using receiver = await startRawReceiver({});
    const lanes = new Lanes();
    const before = lanes.enter("ep_1", `http://127.0.0.1:${receiver.port}`);
    const connection = await openIn(lanes, before, receiver.port);
    const after = lanes.enter("ep_1", "http://127.0.0.1:1");
    lanes.keep(before, connection);
    expect(connection.socket.destroyed).toBe(true);
    lanes.leave(before);
    expect(lanes.take(after)).toBeUndefined();
    expect(lanes.size).toBe(1);
  });
});
