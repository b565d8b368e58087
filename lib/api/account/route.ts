import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { clientAddress } from "../../client-address.ts";
import type { NextStep } from "../../contracts/account.ts";
import { AppError } from "../../errors.ts";
import { fieldErrors } from "../../field-errors.ts";
import { refuseForeignOrigin } from "../authenticate.ts";
import { problemResponse } from "../problem.ts";
import { readJsonBody } from "../read-body.ts";
import { textFaults } from "../text-faults.ts";

/** What a step of an account answers: where to go next, and the session cookie to set, if any. */
export type Outcome = NextStep & { cookie?: string };

type Facts<Body> = { body: Body; request: Request; address: string | undefined };

const maxBytes = 16_384;

/** A step of somebody's own account (sign-in, sign-up, password …) over HTTP: same-origin JSON in, the next step or a problem out. */
export function accountRoute<Schema extends z.ZodType>(
  schema: Schema,
  step: (facts: Facts<z.output<Schema>>) => Promise<Outcome>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = randomUUID();
    try {
      refuseForeignOrigin(request);
      const body = validated(schema, (await readJsonBody(request, maxBytes)).json);
      return respond(await step({ body, request, address: clientAddress(request.headers) }));
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

function validated<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const body = schema.safeParse(json);
  const fields = [...textFaults(json), ...fieldErrors(body)];
  if (!body.success || fields.length > 0) throw new AppError("invalid_request", { fields });
  return body.data;
}

function respond({ cookie, ...nextStep }: Outcome): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (cookie !== undefined) headers.append("set-cookie", cookie);
  return Response.json(nextStep, { headers });
}
