import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { id } from "#lib/contracts/ids.ts";
import { firstIdAt, fromPublicId, newId, timeOfId, toPublicId } from "#lib/ids.ts";

describe("ids", () => {
  test("go out as TypeIDs that the contract accepts and come back as the same UUID", () => {
    for (let n = 0; n < 1_000; n += 1) {
      const uuid = newId();
      const publicId = toPublicId("event", uuid);
      expect(id("event").safeParse(publicId).success).toBe(true);
      expect(fromPublicId("event", publicId)).toBe(uuid);
      expect(fromPublicId("delivery", publicId)).toBeUndefined();
    }
  });

  test("rise with time within a process", () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
  });

  test("hold their time, and the first id of a moment is not above any id made then", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) }), (ms) => {
        expect(timeOfId(firstIdAt(new Date(ms))).getTime()).toBe(ms);
      }),
    );
    expect(firstIdAt(new Date(Date.now() - 1)) < newId()).toBe(true);
    expect(newId() < firstIdAt(new Date(Date.now() + 10_000))).toBe(true);
  });

  test.each([
    "",
    "evt_",
    "evt_00000000000000000000000000x",
    "EVT_01h455vb4pex5vsknk084sn02q",
    "evt_81h455vb4pex5vsknk084sn02q",
  ])("%j is no id", (text) => expect(fromPublicId("event", text)).toBeUndefined());
});
