import fc from "fast-check";
import { describedOperations, type Schema } from "#test/support/api-document.ts";
import { missing, nounOf, type Objects, objectAt } from "../objects.ts";
import { fieldsByName } from "./fields.ts";
import { damaged, hostileBody, hostileHeaders, hostileJson, hostileText } from "./hostile.ts";
import { validFor } from "./valid.ts";

export type FuzzRequest = { method: string; path: string; headers: Record<string, string>; body?: Buffer };

type Described = (typeof describedOperations)[number];

/** Requests to an operation, from those it takes to those nobody should send; `objects` are there to be named. */
export function requestTo(operation: Described, objects: Objects): fc.Arbitrary<FuzzRequest> {
  const { method, body } = operation;
  return fc
    .tuple(
      pathOf(operation, objects),
      queryOf(operation, objects),
      body ? bodyOf(operation, objects) : fc.constant(undefined),
      rarely(hostileHeaders, {}),
    )
    .map(([path, query, bytes, headers]) => ({
      method,
      path: query === "" ? path : `${path}?${query}`,
      headers: { ...(bytes ? { "content-type": "application/json" } : {}), ...headers },
      ...(bytes ? { body: bytes } : {}),
    }));
}

function rarely<Unusual, Usual>(unusual: fc.Arbitrary<Unusual>, usual: Usual): fc.Arbitrary<Unusual | Usual> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: unusual });
}

function pathOf({ path }: Described, objects: Objects): fc.Arbitrary<string> {
  const object = objectAt(path);
  if (object === undefined) return fc.constant(path);
  const garbage = fc.oneof(hostileText, fc.string({ maxLength: 30 }), fc.constant(`${objects[object]}x`));
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constant(objects[object]) },
    { weight: 1, arbitrary: fc.constant(missing[object]) },
    { weight: 2, arbitrary: garbage.map(inPath) },
  );
  return name.map((text) => path.replace(/\{\w+\}/, () => text));
}

/** A path segment: an empty one, or one of dots alone, would name another route. */
function inPath(text: string): string {
  return /^\.*$/.test(text) ? "x" : encodeURIComponent(text.toWellFormed());
}

function queryOf({ parameters }: Described, objects: Objects): fc.Arbitrary<string> {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const pairs = known.map(({ name, schema }) =>
    fc.option(
      queryValue(name, schema, objects).map((value) => `${name}=${value}`),
      { nil: undefined, freq: 2 },
    ),
  );
  return fc
    .tuple(fc.tuple(...pairs), rarely(hostileQuery, undefined))
    .map(([given, extra]) => [...given, extra].filter((part) => part !== undefined).join("&"));
}

const hostileQuery = fc.constantFrom(
  "limit=1&limit=2",
  "limit[]=1",
  "limit[a]=1",
  "cursor=%00",
  "q=%ff%fe",
  "%zz=1",
  "=",
  "&&&",
  "__proto__=1",
  "constructor=1",
  "q",
  "%00",
  "unknown=1",
  `q=${"x".repeat(8_000)}`,
  "since=2026-13-45T00:00:00Z",
  "q=%E0%A4%A",
);

function queryValue(name: string, schema: Schema, objects: Objects): fc.Arbitrary<string> {
  const known = fieldsByName[name];
  const valid = known ?? (schema.type === "array" ? validFor({ ...schema, minItems: 1 }) : validFor(schema));
  const named = fc.constantFrom(...Object.values(objects), "holder:victim", "a.b.c:1", '"x":"y"');
  const isFree = schema.type === "string" && !schema.pattern;
  return fc
    .oneof(
      { weight: 12, arbitrary: isFree ? fc.oneof(valid, named) : valid },
      { weight: 1, arbitrary: named },
      { weight: 1, arbitrary: hostileText },
    )
    .map((value) => encodeURIComponent(String(value).toWellFormed()));
}

function bodyOf({ operationId, body = {} }: Described, objects: Objects): fc.Arbitrary<Buffer> {
  const textWith = (hostility: Hostility) =>
    operationId === "createEventBatch"
      ? batchText(hostility, objects)
      : objectText(body, { hostility, objects });
  return fc.oneof(
    { weight: 5, arbitrary: textWith("none").map((json) => Buffer.from(json)) },
    { weight: 4, arbitrary: textWith("some").map((json) => Buffer.from(json)) },
    { weight: 1, arbitrary: damaged(textWith("none")) },
    { weight: 1, arbitrary: hostileBody },
  );
}

type Hostility = "none" | "some";
type Ingredients = { hostility: Hostility; objects: Objects };

/** Each event of a batch is checked by itself: they are those of `createEvent`. */
function batchText(hostility: Hostility, objects: Objects): fc.Arbitrary<string> {
  const event = describedOperations.find(({ operationId }) => operationId === "createEvent")?.body ?? {};
  const item = objectText(event, { hostility, objects });
  const items = fc.array(hostility === "none" ? item : fc.oneof(item, hostileJson), {
    minLength: 1,
    maxLength: 4,
  });
  return items.map((texts) => `{"events":[${texts.join(",")}]}`);
}

/** An object of the schema as text: as it should be, or with fields that are hostile, missing, twice there or unknown. */
function objectText(
  { properties = {}, required = [] }: Schema,
  ingredients: Ingredients,
): fc.Arbitrary<string> {
  const isHostile = ingredients.hostility === "some";
  const fields = Object.entries(properties).map(([name, schema]) => {
    const pair = fieldText(name, schema, ingredients);
    const isOptional = isHostile || !required.includes(name);
    return isOptional ? fc.option(pair, { nil: undefined, freq: required.includes(name) ? 20 : 2 }) : pair;
  });
  const extra = fc.tuple(hostileText, hostileJson).map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return fc
    .tuple(fc.tuple(...fields), isHostile ? rarely(extra, undefined) : fc.constant(undefined))
    .map(([given, more]) => `{${[...given, more].filter((part) => part !== undefined).join(",")}}`);
}

function fieldText(name: string, schema: Schema, { hostility, objects }: Ingredients): fc.Arbitrary<string> {
  const valid = fieldsByName[name] ?? validOrNamed(schema, objects);
  const text = valid.map((value) => JSON.stringify(value));
  const given =
    hostility === "none"
      ? text
      : fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: hostileJson });
  return given.map((value) => `${JSON.stringify(name)}:${value}`);
}

/** Where an object is named, it should mostly be there. */
function validOrNamed(schema: Schema, objects: Objects): fc.Arbitrary<unknown> {
  const noun = nounOf(schema);
  if (noun === undefined || noun === "any" || schema.type === "array") return validFor(schema);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(objects[noun]) },
    { weight: 1, arbitrary: fc.constant(missing[noun]) },
    { weight: 1, arbitrary: validFor(schema) },
  );
}
