import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addChange, type Change, type ChangeGroup } from "#lib/changes/change.ts";
import { fromPayload, toPayloads } from "#lib/changes/notification.ts";

const change: Change = { kind: "delivery", tenantId: "t", applicationId: "a", endpointId: "e", id: "1" };

function gathered(...changes: Change[]): ChangeGroup[] {
  const groups = new Map();
  for (const each of changes) addChange(groups, each);
  return [...groups.values()];
}

describe("changes are gathered", () => {
  test("by kind, application and endpoint, each thing once", () => {
    const groups = gathered(change, change, { ...change, id: "2" }, { ...change, endpointId: "f" });
    expect(groups).toEqual([
      { kind: "delivery", tenantId: "t", applicationId: "a", endpointId: "e", ids: ["1", "2"] },
      { kind: "delivery", tenantId: "t", applicationId: "a", endpointId: "f", ids: ["1"] },
    ]);
  });

  test("without naming any when they are too many, or one of them has no name", () => {
    const many = Array.from({ length: 21 }, (_, n) => ({ ...change, id: String(n) }));
    expect(gathered(...many)[0]?.ids).toBeNull();
    expect(gathered(...many.slice(1))[0]?.ids).toHaveLength(20);
    const { id: _, ...nameless } = change;
    expect(gathered(change, nameless, change)[0]?.ids).toBeNull();
  });

  test("and keep nothing else of what they are made from", () => {
    const secret = { ...change, data: "secret" };
    expect(JSON.stringify(gathered(secret))).not.toContain("secret");
  });
});

test("whatever changes, each notification is short enough for Postgres, and nothing is lost on the way", () => {
  const id = fc.uuid();
  const group = fc.record(
    {
      kind: fc.constantFrom("event", "delivery", "endpoint", "replay"),
      tenantId: id,
      applicationId: fc.option(id),
      endpointId: id,
      ids: fc.option(fc.array(id, { maxLength: 20 })),
    },
    { requiredKeys: ["kind", "tenantId", "applicationId", "ids"] },
  );
  fc.assert(
    fc.property(fc.array(group, { maxLength: 100 }), (groups) => {
      const payloads = toPayloads(groups);
      expect(payloads.flatMap(fromPayload)).toEqual(groups);
      for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    }),
  );
});
