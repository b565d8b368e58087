/** Which endpoints the overview names, asked by the server for the first paint and by the page from then on. */
export const attentionFilter = { needsAttention: "true", limit: 5 } as const;
