import * as operations from "../../contracts/sample-data.ts";
import { getSampleData } from "../../sample-data/get.ts";
import { loadSampleData } from "../../sample-data/load.ts";
import { removeSampleData } from "../../sample-data/remove.ts";
import { type Route, route } from "../route.ts";

export const sampleDataRoutes: Route[] = [
  route(operations.getSampleData, (ctx) => getSampleData(ctx)),
  route(operations.loadSampleData, (ctx) => loadSampleData(ctx)),
  route(operations.removeSampleData, (ctx) => removeSampleData(ctx)),
];
