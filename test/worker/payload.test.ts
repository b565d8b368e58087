import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { damaged } from "#test/lib/api/fuzz/hostile.ts";
import { fuzzEffort, fuzzSeed } from "#test/lib/api/fuzz/settings.ts";
import { callApi } from "#test/support/api.ts";
import { createReceiver, type Receiver } from "#test/support/receiver.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let receiver: Receiver;
let worker: RunningWorker;
let tenant: TestTenant;
let key: string;
beforeAll(async () => {
  receiver = await createReceiver();
  worker = await runWorker();
  tenant = await createTenantForTest();
  key = await tenant.apiKey();
  for (const payloadFormat of ["full", "data"])
    await tenant.request("POST", "/endpoints", { url: `${receiver.url}/${payloadFormat}`, payloadFormat });
});
afterAll(async () => {
  await worker.stop();
  await receiver.close();
});

/** What one may write between the parts of a JSON text (RFC 8259 §2). */
const blank = fc.constantFrom("", "", "", " ", "\n", "\t", "\r\n", "  \t ");

const numberText = fc.oneof(
  fc.constantFrom(
    "0",
    "-0",
    "1.0",
    "1.50",
    "-1e-7",
    "1E+2",
    "1e999",
    "123456789012345678901234567890",
    "9007199254740993",
    "0.1e1",
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);

/** Letters as they are or escaped, among them what only an escape can write: U+0000, halves of surrogate pairs. */
const stringText = fc
  .array(
    fc.oneof(
      fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 1 })
        .map((letter) => JSON.stringify(letter).slice(1, -1)),
      fc.constantFrom(
        "\\u0000",
        "\\ud800",
        "\\udfff",
        "\\ud83d\\ude00",
        "\\/",
        "\\u002F",
        "\\u00e9",
        "\\b",
        "</script>",
        "\u2028",
        "\u200f",
        "\\\\",
        '\\"',
        "\ufeff",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `"${parts.join("")}"`);

/** Any JSON object as text, in all the ways it can be written; names may repeat. */
const { objectText } = fc.letrec<Record<"value" | "arrayText" | "objectText", string>>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    numberText,
    stringText,
    fc.constantFrom("true", "false", "null"),
    tie("arrayText"),
    tie("objectText"),
  ),
  arrayText: fc
    .tuple(blank, fc.array(padded(tie("value")), { maxLength: 4 }))
    .map(([inside, items]) => `[${items.join(",") || inside}]`),
  objectText: fc
    .tuple(
      blank,
      fc.array(
        fc.tuple(
          padded(
            fc.oneof(stringText, fc.constantFrom('"__proto__"', '"constructor"', '"data"', '"a"', '""')),
          ),
          padded(tie("value")),
        ),
        { maxLength: 4 },
      ),
    )
    .map(
      ([inside, members]) => `{${members.map(([name, value]) => `${name}:${value}`).join(",") || inside}}`,
    ),
}));

function padded(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(blank, text, blank).map((parts) => parts.join(""));
}

const post = async (path: string, body: string | Buffer) =>
  callApi({ method: "POST", path, body, headers: { authorization: `Bearer ${key}` } });

/** Holds both deliveries of each event to the very text that was posted as its data. */
async function expectDelivered(posted: ReadonlyMap<string, string>): Promise<void> {
  const arrived = new Map<string, string>();
  await waitFor("every delivery", () => {
    for (; read < receiver.requests.length; read += 1) {
      const request = receiver.requests[read];
      if (request) arrived.set(`${request.id} ${request.path}`, request.body.toString());
    }
    return [...posted.keys()].every(
      (id) => arrived.has(`${id} /hook/full`) && arrived.has(`${id} /hook/data`),
    );
  });
  for (const [id, data] of posted) {
    expect(arrived.get(`${id} /hook/data`)).toBe(data);
    const whole = arrived.get(`${id} /hook/full`) ?? "";
    expect(whole.replace(/"timestamp":"[^"]+"/, '"timestamp":"T"')).toBe(
      `{"type":"a.b","timestamp":"T","data":${data}}`,
    );
  }
}

let read = 0;

describe("data of an event arrives byte for byte as it was posted", () => {
  const settings = { seed: fuzzSeed, interruptAfterTimeLimit: 30_000 * fuzzEffort };
  const texts = fc.array(objectText, { minLength: 5, maxLength: 25 });

  test("alone, wherever it stands in the body", { timeout: 60_000 * fuzzEffort }, async () => {
    const arrives = fc.asyncProperty(texts, blank, fc.boolean(), async (all, space, isFirst) => {
      const answers = await Promise.all(
        all.map((data) => {
          const members = [`${space}"type":"a.b"`, `${space}"data"${space}:${space}${data}${space}`];
          return post("/events", `{${(isFirst ? members.reverse() : members).join(",")}}`);
        }),
      );
      expect(answers.map(({ status }) => status)).toEqual(all.map(() => 202));
      await expectDelivered(new Map(answers.map(({ body }, n) => [body.id, all[n] ?? ""])));
    });
    await fc.assert(arrives, { ...settings, numRuns: 12 * fuzzEffort });
  });

  test("in a batch", { timeout: 60_000 * fuzzEffort }, async () => {
    const arrives = fc.asyncProperty(texts, blank, async (all, space) => {
      const events = all.map((data) => `${space}{"data":${data}${space},"type":"a.b"}${space}`);
      const { status, body } = await post("/events/batch", `{"events":[${events.join(",")}]}`);
      expect(status).toBe(202);
      await expectDelivered(new Map(body.data.map(({ id }, n) => [id, all[n] ?? ""])));
    });
    await fc.assert(arrives, { ...settings, numRuns: 8 * fuzzEffort });
  });

  test("or a damaged body is refused with a reason", { timeout: 60_000 * fuzzEffort }, async () => {
    const body = objectText.map((data) => `{"type":"a.b","data":${data}}`);
    const arrives = fc.asyncProperty(
      fc.array(damaged(body), { minLength: 20, maxLength: 40 }),
      async (all) => {
        const posted = new Map<string, string>();
        for (const bytes of all) {
          const answer = await post("/events", bytes);
          expect([202, 400, 422]).toContain(answer.status);
          if (answer.status !== 202 || answer.body.type !== "a.b") continue;
          const { data } = (await tenant.request("GET", `/events/${answer.body.id}`)).body;
          expect(bytes.toString()).toContain(data);
          posted.set(answer.body.id, String(data));
        }
        await expectDelivered(posted);
      },
    );
    await fc.assert(arrives, { ...settings, numRuns: 4 * fuzzEffort });
  });
});
