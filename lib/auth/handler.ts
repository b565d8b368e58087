import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { AppError } from "../errors.ts";
import { authOptions } from "./options.ts";
import { refuseForeignOrigin } from "./refuse-foreign-origin.ts";
import { visitOf } from "./visit.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's routes under `/api/auth`: csrf, providers, sign-in, callback, session, sign-out. */
export async function authHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  const [action] = (await context.params).nextauth;
  // Anybody could write to our log through it.
  if (action === "_log") return new Response(null, { status: 204 });
  try {
    refuseForeignOrigin(request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ error: error.code, requestId: randomUUID() }, { status: error.status });
  }
  return NextAuth(authOptions(await visitOf(request.headers)))(request, context);
}
