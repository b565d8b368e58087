import { handle } from "hono/vercel";
import { createApi } from "#lib/api/app.ts";
import { endStreams } from "#lib/api/stream/end-streams.ts";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** The API where `server.ts` does not stand in front of Next: `next start`, a serverless host. */
const answer = handle(createApi());

// Next waits for every answer to end before it stops, and a stream does not end by itself.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void endStreams());

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
