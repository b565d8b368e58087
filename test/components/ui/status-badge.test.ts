import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EndpointBadge } from "#components/endpoints/endpoint-badge.tsx";
import { type Status, statuses } from "#components/ui/status.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { deliveryStatuses } from "#lib/contracts/deliveries.ts";
import { endpointStates } from "#lib/contracts/endpoints.ts";
import { replayStatuses } from "#lib/contracts/replays.ts";

const badgeOf = (status: Status, look: "tinted" | "plain" = "tinted") =>
  renderToStaticMarkup(createElement(StatusBadge, { status, look }));

test.each(Object.keys(statuses) as Status[])("%s is a word and an icon, whatever its colour", (status) => {
  for (const look of ["tinted", "plain"] as const) {
    expect(badgeOf(status, look)).toContain(`>${statuses[status].word}<`);
    expect(iconIn(badgeOf(status, look))).not.toBe("");
  }
});

describe.each([
  ["delivery", deliveryStatuses],
  ["endpoint", endpointStates],
  ["replay", replayStatuses],
])("no two states of a %s", (_, known: readonly Status[]) => {
  test("share a word or an icon", () => {
    expect(new Set(known.map((status) => statuses[status].word)).size).toBe(known.length);
    expect(new Set(known.map((status) => iconIn(badgeOf(status)))).size).toBe(known.length);
  });
});

test("an endpoint that fails says so by a word and an icon of its own", () => {
  const badge = renderToStaticMarkup(
    createElement(EndpointBadge, {
      endpoint: { state: "enabled", failingSince: "2026-11-23T09:30:00.000Z" },
    }),
  );
  expect(badge).toContain("Failing");
  expect(endpointStates.map((state) => iconIn(badgeOf(state)))).not.toContain(iconIn(badge));
});

/** What an icon draws, without its size and colour. */
function iconIn(markup: string): string {
  return /<svg[^>]*>(.*?)<\/svg>/.exec(markup)?.[1] ?? "";
}
