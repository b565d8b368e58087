import type { BareSenderCommands } from "../processes/bare-sender.ts";
import { Child } from "../processes/child.ts";
import { eventData } from "../processes/event-request.ts";
import type { Subject } from "../subject.ts";

const concurrency = 128;

/** The most that one Node process signs and sends with undici when it does nothing else. */
export const undiciLoop: Subject = {
  id: "L1",
  title: "bare undici loop, signed",
  kind: "ceiling",
  ceilings: [],
  isQuick: true,
  async prepare({ receiverPort, scale }) {
    const sender = new Child<BareSenderCommands>("bare-sender.ts");
    const { warmMs, measureMs: forMs } = scale;
    const plan = { receiverPort, concurrency, warmMs, forMs, data: eventData };
    return {
      measure: async () => [{ name: "sent", value: await sender.ask("run", plan), unit: "perSecond" }],
      stop: () => sender.stop(),
    };
  },
};
