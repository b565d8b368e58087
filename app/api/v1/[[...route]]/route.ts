import { handle } from "hono/vercel";
import { createApi } from "#lib/api/app.ts";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** The API where `server.ts` does not stand in front of Next: `next start`, a serverless host. */
const answer = handle(createApi());

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
