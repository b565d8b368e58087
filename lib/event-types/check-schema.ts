import { runInNewContext } from "node:vm";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { AppError, type FieldError, invalid } from "../errors.ts";

type JsonObject = Record<string, unknown>;
export type SchemaAndExample = {
  schema?: JsonObject | null | undefined;
  example?: JsonObject | null | undefined;
};

const timeout = 250;
const options = { strict: false, allErrors: true, validateFormats: false, logger: false } as const;

/**
 * Checks that `schema` is a JSON Schema (draft 2020-12) and that `example`, if there is one, satisfies it. Throws 422
 * naming each fault; a schema too costly to evaluate is refused as well.
 */
export function checkSchema({ schema, example }: SchemaAndExample): void {
  if (!schema) return;
  const dialect = compiledDialect();
  const fields = evaluate(() => faultsOf(dialect, { schema, example }));
  if (fields.length > 0)
    throw new AppError("invalid_request", { detail: "See errors for each value.", fields });
}

let compiled: Ajv2020 | undefined;

/** What every schema has to satisfy. Compiling it is our own work, so it is done before the time of a schema is taken. */
function compiledDialect(): Ajv2020 {
  if (compiled) return compiled;
  compiled = new Ajv2020(options);
  compiled.validateSchema({});
  return compiled;
}

/** A pattern can backtrack for hours; only code in a context of its own can be stopped. */
function evaluate(work: () => FieldError[]): FieldError[] {
  try {
    return runInNewContext("work()", { work }, { timeout }) as FieldError[];
  } catch (error) {
    throw invalid("schema", explain(error));
  }
}

function explain(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return "takes too long to evaluate; simplify its patterns";
  if (error instanceof RangeError) return "refers to itself without end";
  return String(message).slice(0, 300);
}

function faultsOf(dialect: Ajv2020, { schema, example }: SchemaAndExample): FieldError[] {
  if (!schema) return [];
  if (!dialect.validateSchema(schema)) return toFields("schema", dialect.errors);
  const satisfies = new Ajv2020({ ...options, validateSchema: false }).compile(schema);
  return !example || satisfies(example) ? [] : toFields("example", satisfies.errors);
}

const maxFields = 20;

function toFields(root: string, errors: ErrorObject[] | null | undefined): FieldError[] {
  return (errors ?? []).slice(0, maxFields).map(({ instancePath, message }) => ({
    path: root + instancePath.replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~"),
    message: message ?? "is not valid",
  }));
}
