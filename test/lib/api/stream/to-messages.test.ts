import { expect, test } from "vitest";
import { toMessages } from "#lib/api/stream/to-messages.ts";
import type { ChangeGroup } from "#lib/changes/change.ts";
import { newId, toPublicId } from "#lib/ids.ts";

const [tenantId, own, other, endpointId] = [newId(), newId(), newId(), newId()];
const delivery = (applicationId: string | null, ids: string[] | null): ChangeGroup => ({
  kind: "delivery",
  tenantId,
  applicationId,
  endpointId,
  ids,
});

test("the changes of a kind are one message", () => {
  const [one, two, event] = [newId(), newId(), newId()];
  const groups: ChangeGroup[] = [
    delivery(own, [one]),
    { kind: "event", tenantId, applicationId: own, ids: [event] },
    delivery(other, [two]),
  ];
  expect(toMessages(groups, undefined)).toEqual([
    {
      type: "changed",
      kind: "delivery",
      ids: [toPublicId("delivery", one), toPublicId("delivery", two)],
      endpoints: [toPublicId("endpoint", endpointId)],
    },
    { type: "changed", kind: "event", ids: [toPublicId("event", event)], endpoints: null },
  ]);
});

test("an application is told of its own alone, not of what belongs to none", () => {
  const id = newId();
  const groups = [delivery(other, null), delivery(null, [newId()]), delivery(own, [id])];
  expect(toMessages(groups, own)).toMatchObject([{ ids: [toPublicId("delivery", id)] }]);
  expect(toMessages(groups.slice(0, 2), own)).toEqual([]);
});

test("a message names a hundred things at most, and none rather than some", () => {
  const hundred = Array.from({ length: 5 }, () => delivery(own, Array.from({ length: 20 }, newId)));
  expect(toMessages(hundred, undefined)).toMatchObject([{ ids: { length: 100 } }]);
  expect(toMessages([...hundred, delivery(own, [newId()])], undefined)).toMatchObject([{ ids: null }]);
  expect(toMessages([delivery(own, null), delivery(own, [newId()])], undefined)).toMatchObject([
    { ids: null },
  ]);
});
