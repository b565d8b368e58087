/** A piece of SQL whose values stand apart from its text until it is sent. */
export type Sql = { readonly texts: readonly string[]; readonly values: readonly unknown[] };

/** Writes SQL as a template: a piece of SQL in it is spliced in, anything else becomes a numbered parameter. */
export function sql(texts: TemplateStringsArray, ...values: unknown[]): Sql {
  return values.reduce<Sql>((piece, value, index) => append(piece, value, texts[index + 1] ?? ""), {
    texts: [texts[0] ?? ""],
    values: [],
  });
}

/** Joins conditions by AND; no condition at all is true. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.reduce((joined, condition) => sql`${joined} AND ${condition}`, sql`TRUE`);
}

/** Joins conditions by OR; no condition at all is false. */
export function any(conditions: readonly Sql[]): Sql {
  const joined = conditions.reduce((left, right) => sql`${left} OR ${right}`, sql`FALSE`);
  return sql`(${joined})`;
}

/** The text with `$1`, `$2` … and the values in that order, as both pg and Prisma take them. */
export function toStatement({ texts, values }: Sql): { text: string; values: unknown[] } {
  return {
    text: texts.reduce((text, part, index) => `${text}$${index}${part}`),
    values: [...values],
  };
}

function append(piece: Sql, value: unknown, text: string): Sql {
  const end = piece.texts.length - 1;
  const before = piece.texts.slice(0, end);
  const last = piece.texts[end] ?? "";
  if (!isSql(value)) return { texts: [...piece.texts, text], values: [...piece.values, value] };
  const [first = "", ...rest] = value.texts;
  const spliced = [...before, last + first, ...rest];
  spliced.push((spliced.pop() ?? "") + text);
  return { texts: spliced, values: [...piece.values, ...value.values] };
}

function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && "texts" in value && "values" in value;
}
