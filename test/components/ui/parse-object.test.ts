import { expect, test } from "vitest";
import { parseObject } from "#components/ui/parse-object.ts";

test("a JSON object is read, no text is no object", () => {
  expect(parseObject(' {"id": 1} ')).toEqual({ value: { id: 1 } });
  expect(parseObject("  \n")).toEqual({ value: null });
});

test("what is no object is refused in words, with the place of the fault", () => {
  expect(parseObject("[1]")).toEqual({ fault: 'It must be a JSON object, such as { "id": 1 }.' });
  expect(parseObject('{\n  "id": 1,\n  nope\n}')).toEqual({
    fault: "Not JSON at line 3, column 3: a name in double quotes is missing.",
  });
  expect(parseObject('{"id": ')).toEqual({ fault: "Not JSON at line 1, column 8: } is missing at the end." });
});
