import { globSync, readFileSync } from "node:fs";

/** A text that people read, and the file it stands in; what is computed within it is an ellipsis. */
export type Wording = { file: string; text: string };

const named =
  "title|label|description|placeholder|confirmLabel|emptyText|legend|hint|word|meaning|detail|message|reason|cause|fix|why|does|action|summary|term|sentence|subject";
const literal = '"([^"\\n]+)"|`([^`]+)`';
const attributes = new RegExp(`\\b(?:${named})="([^"]+)"`, "g");
const properties = new RegExp(`\\b(?:${named}): (?:${literal})`, "g");
const shortElements =
  /<(h[1-6]|Button|ButtonLink|PermissionLink|TableHeaderCell|TextLink|Heading|legend|summary|th|dt)\b/g;

/** Headings, labels, buttons, and all that goes by such a name in the code. */
export function labels(): Wording[] {
  return textsOf((source) => [
    ...matchesOf(source, attributes),
    ...matchesOf(source, properties),
    ...childrenOf(source),
  ]);
}

/** All texts: labels, what stands between tags, and sentences that code puts together. */
export function allWords(): Wording[] {
  const sentences = new RegExp(literal, "g");
  const written = textsOf((source) => [
    ...matchesOf(source, />([^<>{}]+)</g),
    ...matchesOf(source, sentences).filter((text) => /^\S+ \S/.test(text)),
  ]);
  return [...labels(), ...written];
}

function textsOf(find: (source: string) => string[]): Wording[] {
  return globSync(["{components,app,lib}/**/*.{ts,tsx}"]).flatMap((file) =>
    find(withoutComments(readFileSync(file, "utf8"))).map((text) => ({
      file,
      text: text
        .replace(/\$\{[^}]*\}/g, "…")
        .replace(/\s+/g, " ")
        .trim(),
    })),
  );
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function matchesOf(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, ...groups]) => groups.find((group) => group) ?? "");
}

/** What short elements hold: their bare text, and the strings that they choose from. */
function childrenOf(source: string): string[] {
  return [...source.matchAll(shortElements)].flatMap(({ 1: tag, index }) => {
    const opened = endOfTag(source, index);
    if (source[opened - 1] === "/") return [];
    const children = source.slice(opened + 1, source.indexOf(`</${tag}>`, opened));
    return [bareText(children), ...matchesOf(children, new RegExp(literal, "g"))];
  });
}

/** Where the tag that begins here ends; arrows within its attributes are no end. */
function endOfTag(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === "{") depth += 1;
    if (source[at] === "}") depth -= 1;
    if (source[at] === ">" && depth === 0) return at;
  }
  return source.length;
}

function bareText(children: string): string {
  const flat = children.replace(/\{[^{}]*\}/g, "…");
  return flat === children ? children.replace(/<[^>]*>/g, " ") : bareText(flat);
}
