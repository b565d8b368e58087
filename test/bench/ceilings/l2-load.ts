import type { Subject } from "../subject.ts";
import { flood } from "./flood.ts";

/** The most that the load generator and the receiver do with nothing in between: no figure of ours can be above. */
export const loadAlone: Subject = {
  id: "L2",
  title: "load generator straight at the receiver",
  kind: "ceiling",
  ceilings: [],
  isQuick: false,
  prepare: async (rig) => ({
    async measure() {
      const request = { path: "/ok/0", apiKey: "none", type: "bench.0" };
      const { perSecond } = await flood(rig, {
        port: rig.receiverPort,
        request,
        processes: { webPid: rig.receiver.pid },
      });
      return [{ name: "answered", value: perSecond, unit: "perSecond" }];
    },
  }),
};
