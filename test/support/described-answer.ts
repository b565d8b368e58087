import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { apiDocument, type DescribedOperation, type Response } from "./api-document.ts";

export type RawAnswer = { status: number; headers: Headers; text: string };

/** Holds an answer to what the document says of the operation: the status, the headers, the media type and the schema. */
export function expectDescribed(operation: DescribedOperation, answer: RawAnswer): void {
  const { status, headers, text } = answer;
  const said = `${operation.operationId} answered ${status}: ${text.slice(0, 500)}`;
  expect(status, said).toBeLessThan(500);
  const described = responseOf(operation, status);
  expect(described, `${said} (the document does not have that status)`).toBeDefined();
  for (const [name, { required }] of Object.entries(described?.headers ?? {}))
    expect(headers.has(name) || !required, `${name}: ${said}`).toBe(true);
  expect(headers.get("x-content-type-options"), said).toBe("nosniff");
  expect(text, said).not.toMatch(leaks);
  const types = Object.keys(described?.content ?? {});
  if (types.length === 0) {
    expect(text, said).toBe("");
    return;
  }
  const type = headers.get("content-type")?.replace("; charset=utf-8", "");
  expect(types, said).toContain(type);
  if (type === "text/csv" || type === "text/event-stream") return;
  const validate = validatorOf(operation, status);
  expect(validate(JSON.parse(text)) ? [] : validate.errors, said).toEqual([]);
}

/** What would tell a stranger how we are built. */
const leaks = /prisma|postgres|node_modules|\bSELECT\b|\bINSERT\b|\.ts:\d/i;

function responseOf(operation: DescribedOperation, status: number): Response | undefined {
  const response = operation.responses[status];
  const name = response?.$ref?.split("/").at(-1);
  return name === undefined ? response : apiDocument.components.responses[name];
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
ajv.addSchema({ $id: "posthorn:document", ...apiDocument });
const validators = new Map<string, ValidateFunction>();

function validatorOf(operation: DescribedOperation, status: number): ValidateFunction {
  const name = `${operation.operationId} ${status}`;
  const known = validators.get(name);
  if (known) return known;
  const [content] = Object.values(responseOf(operation, status)?.content ?? {});
  const absolute = JSON.stringify(content?.schema).replaceAll('"#/', '"posthorn:document#/');
  const validate = ajv.compile(JSON.parse(absolute));
  validators.set(name, validate);
  return validate;
}
