import { type Problem, problem } from "../contracts/problem.ts";

/** The API refused: `message` is its sentence, `code` is stable, `errors` name fields, `requestId` finds it in the log. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly { path: string; message: string }[];
  readonly requestId: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(given: Problem, retryAfterSeconds?: number) {
    super(given.detail ?? given.title);
    this.status = given.status;
    this.code = given.code;
    this.title = given.title;
    this.detail = given.detail;
    this.errors = given.errors ?? [];
    this.requestId = given.requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came: offline, the server is restarting, or something between cut the line. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";

  constructor(cause: unknown) {
    super("The server did not answer. Check your connection and try again.", { cause });
  }
}

/** Reads the problem out of an answer that is not 2xx; one that is none of ours (a proxy's page) keeps its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ApiProblem(
    parsed.data ?? strangerProblem(response),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

function strangerProblem(response: Response): Problem {
  return {
    type: "about:blank",
    title: "Unexpected answer",
    status: response.status,
    detail: `The server answered with status ${response.status} and no explanation.`,
    code: "unexpected_answer",
    requestId: response.headers.get("x-request-id") ?? "",
  };
}
