import { answerInbox } from "#lib/inbox/answer.ts";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** A tenant's test inbox, for anybody who has its URL. */
const answer = (request: Request) => answerInbox(request, "anybody");

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
