/** JSON that goes out as it was written; `JSON.stringify` would turn `1.0` into `1` and cut long integers short. */
class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON object to be sent character for character, in the place of the value it stands for. */
export function exactly(text: string): Record<string, unknown> {
  // The API reads what the text says; nothing here looks inside.
  return new JsonText(text) as unknown as Record<string, unknown>;
}

/** The JSON text of a request body, with each text that stands in it spliced in. */
export function jsonBody(body: unknown): string {
  const texts: string[] = [];
  const mark = crypto.randomUUID();
  const json = JSON.stringify(body, (_, value: unknown) => {
    if (!(value instanceof JsonText)) return value;
    return `${mark}${texts.push(value.text) - 1}`;
  });
  if (texts.length === 0) return json;
  return json.replaceAll(
    new RegExp(`"${mark}(\\d+)"`, "g"),
    (_, place: string) => texts[Number(place)] ?? "",
  );
}
