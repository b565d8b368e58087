"use client";

import { useState } from "react";

type Invitation = { id: string; link: string };

/** The links of invitations made or renewed on this visit: the server stores only their hashes. */
export function useInvitationLinks() {
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    linkOf: (id: string): string | undefined => links.get(id),
    keep: ({ id, link }: Invitation) => setLinks((known) => new Map(known).set(id, link)),
  };
}

export type InvitationLinks = ReturnType<typeof useInvitationLinks>;
