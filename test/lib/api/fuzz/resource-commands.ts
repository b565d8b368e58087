import fc from "fast-check";
import { expect } from "vitest";
import type { Requester } from "#test/support/tenant.ts";

type Fields = Record<string, unknown>;

/** A kind of object that can be made, read, changed and deleted; the fields are answered as they are given. */
export type Resource = {
  path: string;
  /** What names one of them in a path. */
  nameOf: (body: { id: string; name: string }) => string;
  fields: fc.Arbitrary<Fields>;
  changes: fc.Arbitrary<Fields>;
  /** What follows from other fields and changes with them. */
  derived: readonly string[];
  /** What is in the answer of a create alone. */
  shownOnce: readonly string[];
  /** Whether the same fields cannot be used twice. */
  isUnique: boolean;
};

/** What should be there now, by name, and what was there once. */
export type Model = { alive: Map<string, Fields>; deleted: string[] };
type Real = { resource: Resource; request: Requester };
type Command = fc.AsyncCommand<Model, Real>;

/** Steps to take in any order: create, get, list, change, delete, and all of them on what is deleted. */
export function commandsFor({ fields, changes }: Resource): fc.Arbitrary<Command>[] {
  return [
    fields.map((given) => command(`create ${fc.stringify(given)}`, always, create(given))),
    fc.nat().map((n) => command(`get ${n}`, hasAlive, get(n))),
    fc.constant(command("list", always, list)),
    fc.constant(command("walk", always, walk)),
    fc
      .tuple(fc.nat(), changes)
      .map(([n, given]) => command(`change ${n} ${fc.stringify(given)}`, hasAlive, change(n, given))),
    fc.nat().map((n) => command(`delete ${n}`, hasAlive, remove(n))),
    fc.nat().map((n) => command(`use deleted ${n}`, hasDeleted, useDeleted(n))),
  ];
}

type Step = (model: Model, real: Real) => Promise<void>;

const always = () => true;
const hasAlive = ({ alive }: Model) => alive.size > 0;
const hasDeleted = ({ deleted }: Model) => deleted.length > 0;

function command(name: string, check: (model: Model) => boolean, run: Step): Command {
  return { check, run, toString: () => name };
}

function create(given: Fields): Step {
  return async (model, { resource, request }) => {
    const { status, headers, body } = await request("POST", resource.path, given);
    if (resource.isUnique && status === 409) return expectTaken(model, given);
    expect(status).toBe(201);
    expect(body).toMatchObject(given);
    const name = resource.nameOf(body);
    const kept = without(resource.shownOnce, body);
    model.alive.set(name, kept);
    // What is named by its name may come again.
    model.deleted = model.deleted.filter((other) => other !== name);
    const read = await request("GET", headers.get("location")?.replace("/api/v1", "") ?? "");
    expect(read.body).toEqual(kept);
    if (resource.isUnique) expect((await request("POST", resource.path, given)).status).toBe(409);
  };
}

/** A refusal is right only while something alive holds what must not be there twice. */
function expectTaken({ alive }: Model, { name, uid }: Fields): void {
  const taken = [...alive.values()].some((other) =>
    uid === undefined ? other.name === name : other.uid === uid,
  );
  expect(taken).toBe(true);
}

function get(n: number): Step {
  return async (model, { resource, request }) => {
    const name = pick([...model.alive.keys()], n);
    expect((await request("GET", `${resource.path}/${name}`)).body).toEqual(model.alive.get(name));
  };
}

const list: Step = async ({ alive, deleted }, { resource, request }) => {
  const { data } = (await request("GET", `${resource.path}?limit=250`)).body;
  const listed = new Map(data.map((item) => [resource.nameOf(item), item]));
  for (const [name, fields] of alive) expect(listed.get(name)).toEqual(fields);
  for (const name of deleted) expect(listed.has(name)).toBe(false);
};

/** Two a page, there and back: what the whole list says in the order in which it says it. */
const walk: Step = async (_, { resource, request }) => {
  const read = async (query: string) => {
    const { data, nextCursor, prevCursor } = (await request("GET", `${resource.path}?${query}`)).body;
    return { names: data.map(resource.nameOf), nextCursor, prevCursor };
  };
  const { names: whole } = await read("limit=250");
  let page = await read("limit=2");
  const there = [...page.names];
  while (page.nextCursor !== null) {
    page = await read(`limit=2&cursor=${page.nextCursor}`);
    there.push(...page.names);
  }
  expect(there).toEqual(whole);
  const back = [...page.names];
  while (page.prevCursor !== null) {
    page = await read(`limit=2&cursor=${page.prevCursor}`);
    back.unshift(...page.names);
  }
  expect(back).toEqual(whole);
};

function change(n: number, given: Fields): Step {
  return async (model, { resource, request }) => {
    const name = pick([...model.alive.keys()], n);
    const { status, body } = await request("PATCH", `${resource.path}/${name}`, given);
    expect(status).toBe(200);
    expect(body).toMatchObject(without(resource.derived, { ...model.alive.get(name), ...given }));
    model.alive.set(name, body);
    expect((await request("GET", `${resource.path}/${name}`)).body).toEqual(body);
  };
}

function remove(n: number): Step {
  return async (model, { resource, request }) => {
    const name = pick([...model.alive.keys()], n);
    expect((await request("DELETE", `${resource.path}/${name}`)).status).toBe(204);
    model.alive.delete(name);
    model.deleted.push(name);
  };
}

function useDeleted(n: number): Step {
  return async ({ alive, deleted }, { resource, request }) => {
    const name = pick(deleted, n);
    if (alive.has(name)) return;
    for (const method of ["GET", "DELETE"])
      expect((await request(method, `${resource.path}/${name}`)).status).toBe(404);
    expect(
      (await request("PATCH", `${resource.path}/${name}`, { name: "x", description: "x" })).status,
    ).toBeOneOf([404, 422]);
  };
}

function pick(names: readonly string[], n: number): string {
  return names[n % names.length] ?? "";
}

function without(names: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
