import { maskedHeader } from "#lib/contracts/custom-headers.ts";
import type { HttpRequest } from "#lib/contracts/http-message.ts";

/**
 * The request as one command for sh, bash and zsh that sends exactly these bytes, whatever is in them. A masked header
 * takes its value from a variable (`secretHeaders` says which) and is not sent while that is unset.
 */
export function curlCommand({ method, url, headers, body }: HttpRequest): string {
  const text = body.text ?? "";
  const isPiped = mustBePiped(text);
  const lines = [
    // Brackets and braces in the URL are meant as they stand.
    `curl -i ${/[[\]{}]/.test(url) ? "-g " : ""}-X ${method} ${quoted(url)}`,
    ...headers.map(([name, value]) => `-H ${headerArgument(name, value)}`),
    isPiped ? "--data-binary @-" : `--data-raw ${quoted(text)}`,
  ];
  const command = lines.join(" \\\n  ");
  return isPiped ? `printf ${quoted(asFormat(text))} | ${command}` : command;
}

/** The headers whose values are secrets, each with the variable that the command reads it from. */
export function secretHeaders(headers: HttpRequest["headers"]): { name: string; variable: string }[] {
  return headers.flatMap(([name, value]) =>
    value === maskedHeader ? [{ name, variable: variableOf(name) }] : [],
  );
}

function headerArgument(name: string, value: string): string {
  if (value === maskedHeader) return `${quoted(`${name}: `)}"$${variableOf(name)}"`;
  return quoted(`${name}: ${value}`);
}

/** With a prefix, so that a header called `path` does not send one's own PATH. */
function variableOf(name: string): string {
  return `HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// Linux allows 128 KiB for one argument; printf is part of the shell and has no such bound.
const longestArgument = 100_000;
// A terminal rewrites carriage returns as it pastes, and takes a tab for a wish to complete a word.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unpastable = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

function mustBePiped(text: string): boolean {
  return new TextEncoder().encode(text).length > longestArgument || text.search(unpastable) >= 0;
}

/** The text as a format of printf: backslashes and percent signs doubled, control characters in octal. */
function asFormat(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("%", "%%")
    .replaceAll(unpastable, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
