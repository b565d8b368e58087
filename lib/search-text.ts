/** A condition for Prisma: the column holds this text, in any case, with `%`, `_` and `\` taken as they are. */
export function holdsText(text: string) {
  return { contains: text.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
}
