import { expect, test } from "vitest";
import { exactly, jsonBody } from "#lib/client/json-text.ts";

test("a body is what JSON.stringify makes of it", () => {
  const body = { type: "a.b", data: { n: 1 }, tags: ["x"] };
  expect(jsonBody(body)).toBe(JSON.stringify(body));
});

test("a text in it goes out as it was written: long integers, 1.0, order, repeated names, dollar signs", () => {
  const text = '{ "n": 12345678901234567890, "b": 1.0, "$1": "$&", "b": 2, "e": "\\u00e9" }';
  expect(jsonBody({ type: "a.b", data: exactly(text), tags: ["x"] })).toBe(
    `{"type":"a.b","data":${text},"tags":["x"]}`,
  );
});

test("several texts keep their places", () => {
  expect(jsonBody([exactly("{}"), 1, { a: exactly("[2.0]") }])).toBe('[{},1,{"a":[2.0]}]');
});
