/** What says why in every answer during an outage, and the request that it names. */
export const outageDetail = "Posthorn is being mended.";
export const outageRequest = "req_outage";

/** How the API answers during an outage, as a browser's route gives it. */
export const outage = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({
    type: "about:blank",
    title: "Not available",
    status: 503,
    detail: outageDetail,
    code: "unavailable",
    requestId: outageRequest,
  }),
};
