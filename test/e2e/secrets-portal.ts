import type { Given, OwnersCall } from "./secrets-given.ts";

/** Makes a portal link, twice under one key, opens it and reads with its session; `call` answers with the body of a call that went well. */
export async function walkPortal(given: Given, call: OwnersCall): Promise<void> {
  const { id } = await call("POST", "/applications", { name: "Portal" });
  const link = { permissions: ["endpoints:write"] };
  const { url = "" } = await call("POST", `/applications/${id}/portal-link`, link, {
    "idempotency-key": "link",
  });
  const { url: again } = await call("POST", `/applications/${id}/portal-link`, link, {
    "idempotency-key": "link",
  });
  if (again !== url) throw new Error("the same key made another link");
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const linkToken = given.secret("portal link", url.split("#")[1] ?? "");
  const opened = await call("POST", "/portal/session", undefined, bearer(linkToken));
  await call("GET", "/endpoints", undefined, bearer(given.secret("portal session", opened.token)));
}
