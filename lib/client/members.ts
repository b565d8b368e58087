import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { leaveTenant, listMembers, removeMember, updateMember } from "../contracts/members.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type MemberFilter = Partial<Input<typeof listMembers>["query"]>;

export function membersQuery(tenantId: string, filter: MemberFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "members", "list", filter),
    queryFn: ({ signal }) => callApi(listMembers, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useUpdateMember = () => useOperation(updateMember, ["members", "me"]);
export const useRemoveMember = () => useOperation(removeMember, ["members"]);
/** Nothing is read again: the tenant's pages are behind the person who left. */
export const useLeaveTenant = () => useOperation(leaveTenant, []);
