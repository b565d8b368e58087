import { AppError } from "../errors.ts";
import { metricsContentType } from "../metrics.ts";
import { metricsAccess } from "../metrics-access.ts";
import { watchEventLoop } from "../process-metrics.ts";
import { webMetrics } from "./metrics.ts";
import { openApiDocument } from "./openapi.ts";
import { readiness } from "./readiness.ts";
import type { Api } from "./request.ts";
import { routes } from "./routes.ts";

/** What operators and tools ask for: the document (public), liveness, readiness, metrics (behind POSTHORN_METRICS_TOKEN). */
export function operationalRoutes(api: Api): void {
  watchEventLoop();
  let document: string | undefined;
  api.get("/openapi.json", () => {
    document ??= JSON.stringify(openApiDocument(routes.map(({ operation }) => operation)));
    return new Response(document, {
      headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    });
  });
  api.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }));
  api.get("/readyz", async (c) => {
    const found = await readiness();
    if (!found.isReady) throw new AppError("unavailable", { detail: found.because, retryAfterSeconds: 5 });
    return c.json({ status: "ready" }, 200, { "cache-control": "no-store" });
  });
  api.get("/metrics", async (c) => {
    requireMetricsToken(c.req.header("authorization"));
    return new Response(await webMetrics(), {
      headers: { "content-type": metricsContentType, "cache-control": "no-store" },
    });
  });
}

function requireMetricsToken(authorization: string | undefined): void {
  const access = metricsAccess(authorization);
  if (access === "off")
    throw new AppError("not_found", { detail: "Set POSTHORN_METRICS_TOKEN to serve metrics." });
  if (access === "refused")
    throw new AppError("unauthenticated", { detail: "Send POSTHORN_METRICS_TOKEN as a bearer token." });
}
