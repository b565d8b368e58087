const invoicePaid = { type: "invoice.paid", data: { invoice: "in_1042", amount: 4200 } };

/** What the curl example of an operation sends, by the operation's id. */
export const exampleBodies: Record<string, unknown> = {
  createEvent: invoicePaid,
  createEventBatch: { events: [invoicePaid, { type: "customer.created", data: { customer: "cus_7" } }] },
  replayEvent: {},
  retryDeliveries: { ids: ["dlv_01jd7w4c8xf0x9s3y6z1v2k5mn", "dlv_01jd7w4c8xf0x9s3y6z1v2k5mp"] },
  cancelDeliveries: { ids: ["dlv_01jd7w4c8xf0x9s3y6z1v2k5mn"] },
  createReplay: { status: ["failed"], since: hoursAgo(3), until: hoursAgo(0), dryRun: true },
  createView: { log: "deliveries", name: "Failed today", query: "status=failed&range=24h", isShared: true },
  updateView: { name: "Failed since yesterday" },
  createEndpoint: {
    url: "https://example.com/webhooks",
    description: "Billing, production",
    eventTypes: ["invoice.*"],
  },
  updateEndpoint: { eventTypes: ["invoice.paid", "customer.*"], paused: false },
  rotateEndpointSecret: { overlapSeconds: 86_400 },
  testEndpoint: { eventType: "invoice.paid", data: { invoice: "in_1042" } },
  createApplication: { name: "Globex Corporation", uid: "customer-42", metadata: { plan: "enterprise" } },
  updateApplication: { name: "Globex" },
  createEventType: {
    name: "invoice.paid",
    description: "The invoice is paid in full.",
    schema: { type: "object", properties: { invoice: { type: "string" } }, required: ["invoice"] },
    example: { invoice: "in_1042" },
  },
  importEventTypes: {
    document: {
      title: "invoice.paid",
      description: "The invoice is paid in full.",
      type: "object",
      properties: { invoice: { type: "string" } },
    },
    dryRun: true,
  },
  updateEventType: { archived: true },
  createApiKey: { name: "Billing service", scopes: ["events:write"] },
  updateApiKey: { name: "Billing service, production" },
  createInvitation: { email: "ada@example.com", role: "viewer" },
  updateMember: { role: "support" },
  updateTenant: { name: "Acme", retrySchedule: [5, 300, 1800] },
};

/** On the hour, so that it reads well. */
function hoursAgo(hours: number): string {
  const hourMs = 3_600_000;
  return new Date((Math.floor(Date.now() / hourMs) - hours) * hourMs).toISOString();
}
