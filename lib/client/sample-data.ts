import { queryOptions } from "@tanstack/react-query";
import { getSampleData, loadSampleData, removeSampleData } from "../contracts/sample-data.ts";
import { keyOf, type Resource } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export function sampleDataQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "sample-data"),
    queryFn: ({ signal }) => callApi(getSampleData, { tenantId, signal }),
  });
}

const touched: readonly Resource[] = [
  "sample-data",
  "applications",
  "deliveries",
  "endpoints",
  "event-types",
  "events",
  "inbox",
  "replays",
  "stats",
];

export const useLoadSampleData = () => useOperation(loadSampleData, touched);
export const useRemoveSampleData = () => useOperation(removeSampleData, touched);
