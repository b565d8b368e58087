import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Status, statuses } from "#components/ui/status.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";

test("every status is a word and an icon of its own, whatever its colour", () => {
  const known = Object.keys(statuses) as Status[];
  const badges = known.map((status) => renderToStaticMarkup(createElement(StatusBadge, { status })));
  for (const [index, status] of known.entries()) {
    expect(badges[index]).toContain(statuses[status].word);
    expect(badges[index]).toContain("<svg");
  }
  const words = new Set(known.map((status) => statuses[status].word));
  expect(words.size).toBe(known.length);
});
