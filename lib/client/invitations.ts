import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  createInvitation,
  listInvitations,
  removeInvitation,
  resendInvitation,
} from "../contracts/invitations.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type InvitationFilter = Partial<Input<typeof listInvitations>["query"]>;

export function invitationsQuery(tenantId: string, filter: InvitationFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "invitations", "list", filter),
    queryFn: ({ signal }) => callApi(listInvitations, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useCreateInvitation = () => useOperation(createInvitation, ["invitations", "emails"]);
export const useResendInvitation = () => useOperation(resendInvitation, ["invitations", "emails"]);
export const useRemoveInvitation = () => useOperation(removeInvitation, ["invitations"]);
