import { queryOptions } from "@tanstack/react-query";
import { createCatalogueLink, getCatalogueLink, removeCatalogueLink } from "../contracts/catalogue.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

/** The public link of the tenant's catalogue. */
export function catalogueLinkQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "catalogue-link"),
    queryFn: ({ signal }) => callApi(getCatalogueLink, { tenantId, signal }),
  });
}

export const useCreateCatalogueLink = () => useOperation(createCatalogueLink, ["catalogue-link"]);
export const useRemoveCatalogueLink = () => useOperation(removeCatalogueLink, ["catalogue-link"]);
