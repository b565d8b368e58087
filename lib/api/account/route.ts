import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Device, deviceOf } from "../../auth/device.ts";
import { refuseForeignOrigin } from "../../auth/refuse-foreign-origin.ts";
import type { NextStep } from "../../contracts/account.ts";
import { AppError } from "../../errors.ts";
import { fieldErrors } from "../../field-errors.ts";
import { problemResponse } from "../problem.ts";
import { readJsonBody } from "../read-body.ts";
import { textFaults } from "../text-faults.ts";

/** What a step of an account answers: where to go next, the cookies to set, and what is shown this once. */
export type Outcome = NextStep & { cookies?: string[]; shown?: Record<string, unknown> };

type Facts<Body> = { body: Body; request: Request; device: Device };

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
      return respond(await step({ body, request, device: deviceOf(request.headers) }));
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

function respond({ cookies = [], shown, redirectTo }: Outcome): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return Response.json({ redirectTo, ...shown } satisfies NextStep, { headers });
}
