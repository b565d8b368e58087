import { cookies } from "next/headers";
import { cache } from "react";
import { findSessionUser, type SessionUser } from "./find-session-user.ts";
import { decodeSession } from "./session-token.ts";

/** The signed-in person a server component draws for, or undefined; asked once a request. */
export const currentUser = cache(async (): Promise<SessionUser | undefined> => {
  const jar = (await cookies()).getAll();
  const claims = await decodeSession(Object.fromEntries(jar.map(({ name, value }) => [name, value])));
  return claims && findSessionUser(claims);
});
