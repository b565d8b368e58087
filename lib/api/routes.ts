import type { Route } from "./route.ts";
import { acceptRoutes } from "./routes/accept.ts";
import { accountRoutes } from "./routes/account.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { apiKeyRoutes } from "./routes/api-keys.ts";
import { applicationRoutes } from "./routes/applications.ts";
import { attemptRoutes } from "./routes/attempts.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { endpointRoutes } from "./routes/endpoints.ts";
import { eventTypeRoutes } from "./routes/event-types.ts";
import { eventRoutes } from "./routes/events.ts";
import { inboxRoutes } from "./routes/inbox.ts";
import { invitationRoutes } from "./routes/invitations.ts";
import { memberRoutes } from "./routes/members.ts";
import { portalRoutes } from "./routes/portal.ts";
import { replayRoutes } from "./routes/replays.ts";
import { sampleDataRoutes } from "./routes/sample-data.ts";
import { statsRoutes } from "./routes/stats.ts";
import { streamRoutes } from "./routes/stream.ts";
import { viewRoutes } from "./routes/views.ts";

/** Every route of the API, in the order in which the documentation shows them. */
export const routes: readonly Route[] = [
  ...acceptRoutes,
  ...eventRoutes,
  ...deliveryRoutes,
  ...attemptRoutes,
  ...replayRoutes,
  ...viewRoutes,
  ...endpointRoutes,
  ...applicationRoutes,
  ...portalRoutes,
  ...eventTypeRoutes,
  ...catalogueRoutes,
  ...statsRoutes,
  ...streamRoutes,
  ...alertRoutes,
  ...inboxRoutes,
  ...sampleDataRoutes,
  ...apiKeyRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...accountRoutes,
];
