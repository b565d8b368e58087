import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./options.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's routes under `/api/auth`: csrf, providers, sign-in, callback, session, sign-out. */
export async function authHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  const [action] = (await context.params).nextauth;
  // Anybody could write to our log through it.
  if (action === "_log") return new Response(null, { status: 204 });
  return NextAuth(authOptions())(request, context);
}
