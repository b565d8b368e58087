import * as operations from "../../contracts/replays.ts";
import { cancelReplay } from "../../replays/cancel.ts";
import { createReplay } from "../../replays/create.ts";
import { getReplay } from "../../replays/get.ts";
import { listReplays } from "../../replays/list.ts";
import { pauseReplay } from "../../replays/pause.ts";
import { previewReplay } from "../../replays/preview.ts";
import { resumeReplay } from "../../replays/resume.ts";
import { type Route, route } from "../route.ts";

export const replayRoutes: Route[] = [
  route(operations.createReplay, (ctx, { body: { dryRun, ...scope } }) =>
    dryRun ? previewReplay(ctx, scope) : createReplay(ctx, scope),
  ),
  route(operations.listReplays, (ctx, { query }) => listReplays(ctx, query)),
  route(operations.getReplay, (ctx, { params }) => getReplay(ctx, params)),
  route(operations.pauseReplay, (ctx, { params }) => pauseReplay(ctx, params)),
  route(operations.resumeReplay, (ctx, { params }) => resumeReplay(ctx, params)),
  route(operations.cancelReplay, (ctx, { params }) => cancelReplay(ctx, params)),
];
