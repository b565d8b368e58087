/**
 * The four questions whose answers tick the checklist, asked by the server for the first paint and by the page from then
 * on; each reaches past what sample data brings.
 */
export const checklistFilters = {
  endpoints: { limit: 5 },
  apiKeys: { limit: 1 },
  events: { limit: 25 },
  delivered: { limit: 50, status: ["delivered" as const] },
};
