import { expect, test } from "vitest";
import { bodyFile } from "#components/attempts/save-body.ts";
import { savedBodyName } from "#components/attempts/signature-snippets.ts";

const text = (value: string) => ({ text: value, base64: null, bytes: 0, truncated: false });

test("a body is saved byte for byte, under a name that says what it is", () => {
  const json = bodyFile(text('{"a":"é"}'), "Request body");
  expect([json.name, Buffer.from(json.bytes).toString()]).toEqual([savedBodyName, '{"a":"é"}']);
  expect(bodyFile(text("<script>"), "Response body").name).toBe("response-body.txt");
  const bytes = Buffer.from([0, 255, 128, 10]);
  const binary = bodyFile({ ...text(""), text: null, base64: bytes.toString("base64") }, "Response body");
  expect([binary.name, [...binary.bytes]]).toEqual(["response-body.bin", [...bytes]]);
});
