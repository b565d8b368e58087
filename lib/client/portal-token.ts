// In memory, never in a cookie: a frame on another site has none, and without one no other site can act in its name.
let carried: string | undefined;

/** From now on the calls of this document carry this portal token; undefined returns to the dashboard's cookie. */
export function carryPortalToken(token: string | undefined): void {
  carried = token;
}

/** The portal token that calls carry; undefined in the dashboard. */
export function portalToken(): string | undefined {
  return carried;
}
