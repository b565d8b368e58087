import { readSchema } from "./read-schema.ts";
import type { SchemaNode } from "./schema-node.ts";

/** One difference between two schemas; `isBreaking` when code that reads the data may fail over it. */
export type SchemaChange = { path: string; what: string; isBreaking: boolean };

/**
 * What changed from one schema to the next, for those who read the data: what they could rely on and cannot any more is
 * breaking (a field gone or no longer required, another type, a value they never met); what is new beside is not.
 */
export function diffSchemas(before: unknown, after: unknown): SchemaChange[] {
  const [old, now] = [flatten(readSchema(before ?? {})), flatten(readSchema(after ?? {}))];
  const paths = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was && is) return changesOf(path, was, is);
    if (was) return isUnder(path, old, now) ? [] : [{ path, what: "removed", isBreaking: true }];
    return is && !isUnder(path, now, old) ? [addition(path, is)] : [];
  });
}

function addition(path: string, { type, isRequired }: SchemaNode): SchemaChange {
  return { path, what: `added, ${type}${isRequired ? ", required" : ""}`, isBreaking: false };
}

/** Whether the object around it came or went as a whole, which says it already. */
function isUnder(path: string, here: Map<string, SchemaNode>, there: Map<string, SchemaNode>): boolean {
  const parent = path.slice(0, path.lastIndexOf("."));
  return path.includes(".") && here.has(parent) && !there.has(parent);
}

function changesOf(path: string, was: SchemaNode, is: SchemaNode): SchemaChange[] {
  const changes: SchemaChange[] = [];
  const note = (what: string, isBreaking: boolean) => changes.push({ path, what, isBreaking });
  if (was.type !== is.type) note(`${was.type} became ${is.type}`, true);
  if (was.isRequired && !is.isRequired) note("no longer required", true);
  if (!was.isRequired && is.isRequired) note("now required", false);
  if (!was.isDeprecated && is.isDeprecated) note("deprecated", false);
  const more = is.values.filter((value) => !was.values.includes(value));
  const fewer = was.values.filter((value) => !is.values.includes(value));
  if (was.values.length > 0 && is.values.length === 0) note("takes any value now", true);
  else if (was.values.length > 0 && more.length > 0) note(`may be ${more.join(", ")} too`, true);
  else if (is.values.length > 0 && was.values.length === 0) note(`only ${is.values.join(", ")} now`, false);
  if (is.values.length > 0 && fewer.length > 0) note(`no longer ${fewer.join(", ")}`, false);
  if (was.limits.join() !== is.limits.join() && was.type === is.type)
    note(`limits: ${was.limits.join(", ") || "none"} became ${is.limits.join(", ") || "none"}`, false);
  return changes;
}

/** Every named value by its dotted path; alternatives are numbered. */
function flatten(root: SchemaNode): Map<string, SchemaNode> {
  const nodes = new Map<string, SchemaNode>();
  const visit = (node: SchemaNode, path: string) => {
    if (path !== "") nodes.set(path, node);
    for (const [index, child] of node.children.entries()) {
      const name = child.name === "either" ? `either ${index + 1}` : child.name;
      visit(child, path === "" ? name : `${path}.${name}`);
    }
  };
  visit(root, "");
  return nodes;
}
