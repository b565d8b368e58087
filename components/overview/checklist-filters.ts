/** The four questions whose answers tick the checklist, asked by the server for the first paint and by the page from then on. */
export const checklistFilters = {
  endpoints: { limit: 1 },
  apiKeys: { limit: 1 },
  events: { limit: 1 },
  delivered: { limit: 1, status: ["delivered" as const] },
};
